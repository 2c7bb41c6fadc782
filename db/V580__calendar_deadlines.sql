-- the calendar has all deadlines of funding where it had the ends of approval periods only
UPDATE calendar_feed SET kinds = REPLACE(kinds, 'periods', 'deadlines') WHERE FIND_IN_SET('periods', kinds) > 0;
