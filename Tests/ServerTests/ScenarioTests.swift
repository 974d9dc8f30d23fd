import Testing

/// Every scenario over every transport.
@Suite struct ScenarioTests {
  @Test(
    arguments: SignInStories.all + RefusalStories.all + PeopleStories.all + ThrottleStories.all,
    Transport.allCases)
  func signingInAndRefusals(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(
    arguments: StandingStories.all + StandInStories.all + HandOverStories.all + ShareStories.all
      + ImportStories.all,
    Transport.allCases)
  func peopleForOthers(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: RecordStories.all + ValueStories.all, Transport.allCases)
  func records(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(
    arguments: RuleStories.all + HiddenStories.all + ChoiceStories.all + ClaimStories.all,
    Transport.allCases)
  func rules(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: SearchStories.all, Transport.allCases)
  func search(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: OnceStories.all + OperationStories.all, Transport.allCases)
  func onceAndOperations(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: LineStories.all + BatchStories.all + FilterStories.all, Transport.allCases)
  func theWholeAPI(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: ViewStories.all + ChangeStories.all, Transport.allCases)
  func views(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(
    arguments: ListStories.all + PageStories.all + FormStories.all + FrameStories.all,
    Transport.allCases)
  func listsAndPages(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }

  @Test(arguments: PartStories.all + TimelineStories.all + SecretStories.all, Transport.allCases)
  func partsOfRecords(_ scenario: Scenario, _ transport: Transport) throws {
    try TestWorld(transport, demo: scenario.demo).run(scenario)
  }
}

/// The runner must be able to fail.
@Suite struct RunnerTests {
  @Test(arguments: [
    Step(.get, "/healthz", gives: 204), Step(.get, "/healthz", gives: 200, has: ["nothing"]),
    Step(.get, "/healthz", gives: 200, lacks: ["ok"]),
    Step(.get, "/healthz", gives: 200, answers: [("Content-Type", "html")]),
    Step(.get, "/healthz", gives: 200, answers: [("Content-Type", nil)]),
    Step(.get, "/healthz", gives: 200, keep: ["x": .json("x")]),
  ])
  func seesWhatIsWrong(_ step: Step) throws {
    let world = try TestWorld(.memory)
    withKnownIssue { try world.run(Scenario("must fail", [step])) }
  }

  @Test func theContractSeesWhatIsWrong() throws {
    func problems(_ status: Int, _ body: String) -> [String] {
      Contract.problems(
        .post, "/session",
        .init(
          status: status, headers: [("Content-Type", "application/json")], body: Array(body.utf8)))
    }
    let right = #"{"token":"a","csrf_token":"b","expires_at":"2026-03-02T01:00:00Z"}"#
    #expect(problems(201, right).isEmpty)
    #expect(!problems(200, right).isEmpty)
    #expect(!problems(201, right.replacing("\"a\"", with: "1")).isEmpty)
    #expect(!problems(201, right.replacing("2026", with: "26")).isEmpty)
    #expect(!problems(201, right.replacing("\"token\":\"a\",", with: "")).isEmpty)
    #expect(!problems(201, right.replacing("{", with: "{\"x\":1,")).isEmpty)
  }
}
