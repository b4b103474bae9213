-- Counts one act of a network range and gives its row's id, or null when the range has had as many as it may.
-- A function, since each statement of a volatile one sees what was committed before it began: what is counted after the wait
-- for the lock holds whatever others counted meanwhile. Within one plain statement it would not, and in statements of their
-- own they were four round trips more at every sign-in.
CREATE FUNCTION count_in_range(of_kind text, of_range text, most integer, seconds integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  length interval := make_interval(secs => seconds);
  hit bigint;
BEGIN
  -- a range at its limit is only read, and waits for no lock
  IF (SELECT count(*) FROM "RangeHit" h
      WHERE h.range = of_range AND h.kind = of_kind AND h.at > clock_timestamp() - length) >= most THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(of_kind || ' ' || of_range, 0));
  INSERT INTO "RangeHit" (kind, range)
    SELECT of_kind, of_range WHERE most > (
      SELECT count(*) FROM "RangeHit" h
      WHERE h.range = of_range AND h.kind = of_kind AND h.at > clock_timestamp() - length)
    RETURNING id INTO hit;
  RETURN hit;
END
$$;
