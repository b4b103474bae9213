-- Counts one try of a network range and gives its row's id; or null, and how many seconds the range has to wait: `first`
-- since its last wrong try when that was the `most`th within `seconds`, twice as long for each one more, `longest` at most.
-- One function for both, and for the reasons that `count_in_range` gives.
CREATE FUNCTION count_try_in_range(of_range text, most integer, seconds integer, first integer, longest integer,
  OUT hit bigint, OUT wait integer)
LANGUAGE plpgsql AS $$
BEGIN
  -- a range that waits is only read, and waits for no lock
  wait := try_wait_of_range(of_range, most, seconds, first, longest);
  IF wait > 0 THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('try ' || of_range, 0));
  wait := try_wait_of_range(of_range, most, seconds, first, longest);
  IF wait <= 0 THEN
    INSERT INTO "RangeHit" (kind, range) VALUES ('try', of_range) RETURNING id INTO hit;
  END IF;
END
$$;

CREATE FUNCTION try_wait_of_range(of_range text, most integer, seconds integer, first integer, longest integer)
RETURNS integer
LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN count(*) >= most THEN
    ceil(extract(epoch FROM max(hit.at) - clock_timestamp())
      + least(longest, first * power(2, least(count(*) - most, 16))))::integer
  ELSE 0 END
  FROM "RangeHit" hit, (
    SELECT max(at) AS at FROM "RangeHit"
    WHERE range = of_range AND kind = 'try' AND at > clock_timestamp() - make_interval(secs => longest)) last
  WHERE hit.range = of_range AND hit.kind = 'try' AND hit.at > last.at - make_interval(secs => seconds)
$$;
