/// Dates are days since 1970-01-01 of the years 1 to 9999; periods are months × 2^32 + days.
extension PostgresFunctions {
  static let dates =
    [
      Function(
        "date(days bigint)", "date",
        """
          IF days BETWEEN -719162 AND 2932896 THEN RETURN DATE '1970-01-01' + days::integer; END IF;
          RETURN NULL;
        """),
      Function("days(d date)", "bigint", "  RETURN d - DATE '1970-01-01';"),
      Function(
        "date_text(days bigint)", "text", "  RETURN to_char(tenon_fn.date(days), 'YYYY-MM-DD');"),
    ] + parts + moves + spans

  private static let parts = [
    ("year", "YEAR"), ("month", "MONTH"), ("day", "DAY"), ("weekday", "ISODOW"),
    ("quarter", "QUARTER"), ("iso_week", "WEEK"),
  ].map { name, field in
    Function(
      "\(name)(days bigint)", "bigint", "  RETURN EXTRACT(\(field) FROM tenon_fn.date(days));")
  }

  private static let moves = [
    Function(
      "add_days(days bigint, n numeric)", "bigint",
      """
        IF days + n BETWEEN -719162 AND 2932896 THEN RETURN days + n; END IF;
        RETURN NULL;
      """),
    // The same day of another month, or its last one.
    Function(
      "add_months(days bigint, n numeric)", "bigint",
      declares: """
          d date := tenon_fn.date(days);
          months numeric := EXTRACT(YEAR FROM d) * 12 + EXTRACT(MONTH FROM d) - 1 + n;
        """,
      """
        IF months BETWEEN 12 AND 119999 THEN
          RETURN tenon_fn.days((d + make_interval(months => n::integer))::date);
        END IF;
        RETURN NULL;
      """),
    // Months first, then days.
    Function(
      "shift(days bigint, period bigint)", "bigint",
      """
        RETURN tenon_fn.add_days(
          tenon_fn.add_months(days, tenon_fn.period_months(period)), tenon_fn.period_days(period));
      """),
    Function(
      "start_of(days bigint, unit text)", "bigint",
      declares: "  d date := tenon_fn.date(days);",
      """
        IF unit = 'week' THEN
          RETURN tenon_fn.add_days(days, 1 - EXTRACT(ISODOW FROM d));
        END IF;
        RETURN tenon_fn.days(date_trunc(unit, d::timestamp)::date);
      """),
    Function(
      "end_of(days bigint, unit text)", "bigint",
      declares: "  d date := tenon_fn.date(days);",
      """
        IF unit = 'week' THEN
          RETURN tenon_fn.add_days(days, 7 - EXTRACT(ISODOW FROM d));
        END IF;
        RETURN tenon_fn.days(
          (date_trunc(unit, d::timestamp) + CASE unit
            WHEN 'month' THEN INTERVAL '1 month'
            WHEN 'quarter' THEN INTERVAL '3 months'
            ELSE INTERVAL '1 year' END - INTERVAL '1 day')::date);
      """),
    Function(
      "parse_date(t text)", "bigint",
      declares: """
          s text := tenon_fn.trim(t);
          y integer;
          m integer;
          d integer;
        """,
      """
        IF s !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN RETURN NULL; END IF;
        y := left(s, 4);
        m := substr(s, 6, 2);
        d := right(s, 2);
        IF y < 1 OR m NOT BETWEEN 1 AND 12 OR d < 1 THEN RETURN NULL; END IF;
        IF d > EXTRACT(
            DAY FROM make_date(y, m, 1) + INTERVAL '1 month' - INTERVAL '1 day') THEN
          RETURN NULL;
        END IF;
        RETURN tenon_fn.days(make_date(y, m, d));
      """),
  ]

  private static let spans = [
    // Full months from one to the other, negative when that is earlier.
    Function(
      "months_between(a bigint, b bigint)", "bigint",
      declares: """
          x date := tenon_fn.date(a);
          y date := tenon_fn.date(b);
          months bigint;
        """,
      """
        IF b < a THEN RETURN -tenon_fn.months_between(b, a); END IF;
        months := (EXTRACT(YEAR FROM y) - EXTRACT(YEAR FROM x)) * 12
          + EXTRACT(MONTH FROM y) - EXTRACT(MONTH FROM x);
        IF EXTRACT(DAY FROM y) < LEAST(
            EXTRACT(DAY FROM x),
            EXTRACT(DAY FROM date_trunc('month', y::timestamp)
              + INTERVAL '1 month' - INTERVAL '1 day')) THEN
          months := months - 1;
        END IF;
        RETURN months;
      """),
    Function(
      "age_years(born bigint, day bigint)", "bigint",
      """
        IF day < born THEN RETURN NULL; END IF;
        RETURN tenon_fn.months_between(born, day) / 12;
      """),
    Function(
      "period_days(period bigint)", "bigint",
      "  RETURN ((period & 4294967295) # 2147483648) - 2147483648;"),
    Function(
      "period_months(period bigint)", "bigint",
      "  RETURN (period - tenon_fn.period_days(period)) >> 32;"),
    Function(
      "period(months numeric, days numeric)", "bigint",
      """
        IF abs(months) <= 2147483647 AND abs(days) <= 2147483647 THEN
          RETURN months * 4294967296 + days;
        END IF;
        RETURN NULL;
      """),
    Function(
      "period_sum(a bigint, b bigint)", "bigint",
      """
        RETURN tenon_fn.period(
          tenon_fn.period_months(a) + tenon_fn.period_months(b),
          tenon_fn.period_days(a) + tenon_fn.period_days(b));
      """),
    Function(
      "period_product(period bigint, n numeric)", "bigint",
      """
        RETURN tenon_fn.period(
          tenon_fn.period_months(period) * n, tenon_fn.period_days(period) * n);
      """),
    // Milliseconds as a moment of the years 1 to 9999.
    Function(
      "moment(x numeric)", "bigint",
      """
        IF x BETWEEN -62135596800000 AND 253402300799999 THEN RETURN x; END IF;
        RETURN NULL;
      """),
    Function(
      "duration_text(ms bigint)", "text",
      declares: "  seconds numeric := div(abs(ms::numeric), 1000);",
      """
        RETURN CASE WHEN ms <= -1000 THEN '-' ELSE '' END || div(seconds, 3600)::text
          || ':' || lpad(mod(div(seconds, 60), 60)::text, 2, '0')
          || ':' || lpad(mod(seconds, 60)::text, 2, '0');
      """),
  ]
}
