import TenonHTTP

/// What forms and pickers tell by what they do.
extension RightsStories {
  /// The reason must be given where the origin cost more than 100, which duo may not read of 1.
  static let doubts = story(
    "a condition over what one may not read is decided on saving",
    [
      get(
        "/app/dossier/new?f.origin=1", by: "chief", has: ["name=\"f.why\" aria-required=\"true\""]),
      get(
        "/app/dossier/new?f.origin=1", has: ["name=\"f.why\""],
        lacks: ["name=\"f.why\" aria-required"]),
      get("/app/dossier/new?f.origin=2", lacks: ["name=\"f.why\" aria-required"]),
      post("/app/dossier", [("f.name", "丁案"), ("f.grade", "open"), ("f.origin", "1")], gives: 422),
    ])

  /// A mate's price is the cost of the origin, a twin's cost the price that is typed.
  static let offers = story(
    "a picker tells nothing that one may not read",
    [
      create("{\"name\":\"丁案\",\"price\":\"111.10\"}", by: "chief"),
      get(
        "/app/dossier/-/choose?field=mate&f.origin=1", by: "chief", has: ["丁案"],
        lacks: ["甲案", "丙案"]),
      get(
        "/app/dossier/-/choose?field=mate&f.origin=1", has: ["甲案", "丙案", "丁案"],
        lacks: ["乙案"]),
      get(
        "/app/dossier/-/choose?field=mate&f.origin=3", lacks: ["甲案", "丙案", "丁案"]),
      get(
        "/app/dossier/-/choose?field=twin&f.price=111.10", by: "chief", has: ["甲案"],
        lacks: ["丙案", "丁案"]),
      get(
        "/app/dossier/-/choose?field=twin&f.price=111.10", has: ["甲案", "丙案", "丁案"],
        lacks: ["乙案"]),
    ])

  static let partial = story(
    "of some of the rows the browser works out nothing",
    [
      get(
        "/app/dossier/3/edit", has: ["data-field=\"loans\" data-partial", "data-field=\"items\">"]),
      get("/app/dossier/3/edit", by: "chief", has: ["data-field=\"loans\">"]),
      get("/app/dossier/new", has: ["data-field=\"loans\">"]),
      // A secret of a row is cleared in the form of the record above.
      Step(
        .post, "/api/dossier_loan", .json("{\"dossier\":3,\"reader\":\"赵一\",\"pin\":\"4711\"}"),
        by: .token("duo"), gives: 201),
      get("/app/dossier/3/edit", has: ["name=\"loans.0.f.pin.clear\""]),
      post(
        "/app/dossier/3",
        [
          ("version", "1"), ("only", "loans"), ("loans.0.id", "1"), ("loans.0.version", "1"),
          ("loans.0.f.reader", "赵一"), ("loans.0.f.pin", ""), ("loans.0.f.pin.clear", "true"),
        ], gives: 303),
      Step(
        .get, "/api/dossier_loan/1", by: .token("duo"), gives: 200, has: ["\"pin\":null"]),
    ])
}
