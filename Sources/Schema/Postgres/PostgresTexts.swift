import Values

/// Texts are in NFC; none is empty, and none longer than a million code points.
extension PostgresFunctions {
  static let texts = kept + cuts + makings + masks + questions

  private static let kept = [
    Function(
      "text(t text)", "text",
      """
        IF t = '' OR length(t) > 1000000 THEN RETURN NULL; END IF;
        IF octet_length(t) = length(t) THEN RETURN t; END IF;
        RETURN normalize(t, NFC);
      """),
    // White space is Unicode's White_Space.
    Function(
      "trim(t text)", "text",
      #"""
        RETURN NULLIF(btrim(t, E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004'
          || E'\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'), '');
      """#),
    Function(
      "upper_ascii(t text)", "text",
      """
        RETURN tenon_fn.text(
          translate(t, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
      """),
    Function(
      "lower_ascii(t text)", "text",
      """
        RETURN tenon_fn.text(
          translate(t, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'));
      """),
    Function(
      "digits_only(t text)", "text",
      """
        RETURN NULLIF(
          regexp_replace(translate(t, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), '');
      """),
  ]

  /// What ``Mask`` shows of a text.
  private static let masks = [
    Function(
      "mask_text(t text)", "text",
      """
        IF length(t) < 3 THEN RETURN repeat('*', length(t)); END IF;
        RETURN left(t, 1) || '****' || right(t, 1);
      """),
    Function(
      "mask_phone(t text)", "text",
      """
        IF length(t) < 11 THEN RETURN tenon_fn.mask_text(t); END IF;
        RETURN left(t, 3) || '****' || right(t, 4);
      """),
    Function(
      "mask_email(t text)", "text",
      declares: "  domain integer := strpos(reverse(t), '@');",
      """
        IF domain = 0 THEN RETURN tenon_fn.mask_text(t); END IF;
        IF length(t) - domain < 2 THEN RETURN '****' || right(t, domain); END IF;
        RETURN left(t, 1) || '****' || right(t, domain);
      """),
  ]

  private static let cuts = [
    Function(
      "left(t text, n numeric)", "text",
      """
        IF n < 1 THEN RETURN NULL; END IF;
        RETURN left(t, LEAST(n, 1000000000)::integer);
      """),
    Function(
      "right(t text, n numeric)", "text",
      """
        IF n < 1 THEN RETURN NULL; END IF;
        RETURN right(t, LEAST(n, 1000000000)::integer);
      """),
    Function(
      "slice(t text, first numeric, n numeric)", "text",
      """
        IF n < 1 OR first > length(t) THEN RETURN NULL; END IF;
        RETURN substr(t, GREATEST(first, 1)::integer, LEAST(n, 1000000000)::integer);
      """),
    Function(
      "split_part(t text, separator text, n numeric)", "text",
      """
        IF n < 1 OR n > 1000001 THEN RETURN NULL; END IF;
        RETURN NULLIF(split_part(t, separator, n::integer), '');
      """),
  ]

  private static let makings = [
    Function(
      "mask(t text, first numeric, last numeric)", "text",
      declares: "  size integer := length(t);",
      """
        IF first >= 0 AND last >= 0 AND first + last < size THEN
          RETURN left(t, first::integer) || repeat('*', size - (first + last)::integer)
            || right(t, last::integer);
        END IF;
        RETURN repeat('*', size);
      """),
    // A blank for what is put in takes away; the size is known before any memory is taken.
    Function(
      "replace(t text, wanted text, put text)", "text", isStrict: false,
      """
        IF t IS NULL OR wanted IS NULL OR strpos(t, wanted) = 0 THEN
          RETURN CASE WHEN wanted IS NOT NULL THEN t END;
        END IF;
        IF length(t) + ((length(t) - length(replace(t, wanted, ''))) / length(wanted))::bigint
            * (COALESCE(length(put), 0) - length(wanted)) > 1000000 THEN
          RETURN NULL;
        END IF;
        RETURN tenon_fn.text(replace(t, wanted, COALESCE(put, '')));
      """),
    Function(
      "pad_left(t text, width numeric, filling text)", "text",
      """
        IF width > 10000 THEN RETURN NULL; END IF;
        IF width <= length(t) THEN RETURN t; END IF;
        RETURN tenon_fn.text(lpad(t, width::integer, filling));
      """),
    // NFKC_Casefold by the table that the server has too.
    Function(
      "fold(t text)", "text",
      """
        IF octet_length(t) = length(t) THEN RETURN tenon_fn.lower_ascii(t); END IF;
        RETURN tenon_fn.text((
          SELECT string_agg(
            COALESCE(
              (SELECT f.target FROM tenon_fn.folds AS f WHERE f.source = c.letter), c.letter),
            '' ORDER BY c.place)
          FROM unnest(string_to_array(t, NULL)) WITH ORDINALITY AS c(letter, place)));
      """),
  ]

  private static let questions = [
    Function(
      "starts_with(t text, part text)", "boolean", "  RETURN pg_catalog.starts_with(t, part);"),
    Function(
      "ends_with(t text, part text)", "boolean", "  RETURN right(t, length(part)) = part;"),
  ]

  /// The table of foldings, unpacked from the letters in which the server carries it: see
  /// ``CaseFold``.
  static let folds = [
    """
    CREATE TABLE IF NOT EXISTS tenon_fn.folds (
      source TEXT COLLATE "C" PRIMARY KEY, target TEXT COLLATE "C" NOT NULL)
    """,
    """
    DO $tenon$
    DECLARE
      packed text := '\(CaseFold.packedTable)';
      letters text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-';
      numbers bigint[] := '{}';
      number bigint := 0;
      shift integer := 0;
      digit integer;
      place bigint := -1;
      target bigint := 0;
      next integer := 1;
      head bigint;
      kind integer;
      step integer;
      length bigint;
      count bigint;
      targets bigint[];
    BEGIN
      FOR i IN 1..length(packed) LOOP
        digit := strpos(letters, substr(packed, i, 1)) - 1;
        number := number | ((digit & 31)::bigint << shift);
        shift := shift + 5;
        IF digit < 32 THEN
          numbers := numbers || number;
          number := 0;
          shift := 0;
        END IF;
      END LOOP;
      DELETE FROM tenon_fn.folds;
      WHILE next <= cardinality(numbers) LOOP
        head := numbers[next];
        next := next + 1;
        place := place + head / 16 + 1;
        kind := head % 16;
        step := CASE WHEN kind = 3 THEN 2 ELSE 1 END;
        length := 1;
        IF kind IN (0, 2, 3) THEN
          length := length + numbers[next];
          next := next + 1;
        END IF;
        count := CASE WHEN kind = 0 THEN 0 WHEN kind < 4 THEN 1 ELSE kind - 2 END;
        IF kind = 15 THEN
          count := count + numbers[next];
          next := next + 1;
        END IF;
        targets := '{}';
        FOR i IN 1..count LOOP
          number := numbers[next];
          next := next + 1;
          target := CASE
            WHEN number % 2 = 0 THEN target + number / 2 ELSE target - (number / 2 + 1) END;
          targets := targets || target;
        END LOOP;
        INSERT INTO tenon_fn.folds
          SELECT chr((place + n * step)::integer), COALESCE(
            (SELECT string_agg(chr((u.code + n * step)::integer), '' ORDER BY u.number)
              FROM unnest(targets) WITH ORDINALITY AS u(code, number)), '')
          FROM generate_series(0, length - 1) AS n;
        place := place + (length - 1) * step;
      END LOOP;
    END
    $tenon$
    """,
  ]
}
