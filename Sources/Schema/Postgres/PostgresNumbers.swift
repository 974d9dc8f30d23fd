extension PostgresFunctions {
  static let numbers = [
    Function(
      "int128(x numeric)", "numeric",
      """
        IF x BETWEEN -170141183460469231731687303715884105728
            AND 170141183460469231731687303715884105727 THEN
          RETURN x;
        END IF;
        RETURN NULL;
      """),
    Function(
      "int64(x numeric)", "bigint",
      """
        IF x BETWEEN -9223372036854775808 AND 9223372036854775807 THEN RETURN x::bigint; END IF;
        RETURN NULL;
      """),
    Function(
      "fit(x numeric, low bigint, high bigint)", "bigint",
      """
        IF x BETWEEN low AND high THEN RETURN x::bigint; END IF;
        RETURN NULL;
      """),
    // x / p as a whole number, rounded in a way.
    Function(
      "cut(x numeric, p numeric, mode text)", "numeric",
      declares: """
          q numeric := div(abs(x), p);
          rest numeric := abs(x) - q * p;
        """,
      """
        IF rest > 0 AND (CASE mode
          WHEN 'half_away' THEN 2 * rest >= p
          WHEN 'half_even' THEN 2 * rest > p OR (2 * rest = p AND q % 2 = 1)
          WHEN 'up' THEN true
          WHEN 'ceiling' THEN x > 0
          WHEN 'floor' THEN x < 0
          ELSE false
        END) THEN
          q := q + 1;
        END IF;
        IF x < 0 THEN q := -q; END IF;
        RETURN tenon_fn.int128(q);
      """),
    Function(
      "quotient(x numeric, y numeric)", "numeric",
      """
        IF y = 0 THEN RETURN NULL; END IF;
        RETURN tenon_fn.int128(div(x, y));
      """),
    Function(
      "remainder(x numeric, y numeric)", "numeric",
      """
        IF y = 0 THEN RETURN NULL; END IF;
        RETURN mod(x, y);
      """),
    Function(
      "clamp(x numeric, low numeric, high numeric)", "numeric",
      """
        IF low > high THEN RETURN NULL; END IF;
        RETURN LEAST(GREATEST(x, low), high);
      """),
    // The digits of a number; beyond nine behind the point without zeros at the end.
    Function(
      "number_text(x numeric, scale integer)", "text",
      declares: """
          sign text := CASE WHEN x < 0 THEN '-' ELSE '' END;
          digits text := abs(x)::text;
          fraction text;
        """,
      """
        IF scale = 0 THEN RETURN sign || digits; END IF;
        IF length(digits) <= scale THEN digits := lpad(digits, scale + 1, '0'); END IF;
        fraction := right(digits, scale);
        digits := left(digits, length(digits) - scale);
        IF scale > 9 THEN
          fraction := rtrim(fraction, '0');
          IF fraction = '' THEN RETURN sign || digits; END IF;
        END IF;
        RETURN sign || digits || '.' || fraction;
      """),
    Function(
      "parse_int(t text)", "bigint",
      declares: """
          s text := tenon_fn.trim(t);
          digits text := ltrim(s, '-0');
        """,
      """
        IF s ~ '^-?[0-9]+$' AND length(digits) <= 16
            AND COALESCE(NULLIF(digits, ''), '0')::numeric <= 9007199254740991 THEN
          RETURN s::bigint;
        END IF;
        RETURN NULL;
      """),
    Function(
      "parse_decimal(t text)", "numeric",
      declares: """
          s text := tenon_fn.trim(t);
          whole text;
        """,
      """
        IF s !~ '^-?[0-9]+([.][0-9]{1,9}0*)?$' THEN RETURN NULL; END IF;
        whole := split_part(s, '.', 1);
        IF length(ltrim(whole, '-0')) > 38 THEN RETURN NULL; END IF;
        RETURN tenon_fn.int128(
          (CASE WHEN s LIKE '-%' THEN '-' ELSE '' END || '0' || ltrim(whole, '-0')
            || rpad(left(split_part(s, '.', 2), 9), 9, '0'))::numeric);
      """),
  ]
}
