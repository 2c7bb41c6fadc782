-- A budget repeats application, programme, school and category of its position, for joins; they never differ.
SELECT b.id
FROM budget b JOIN funding_position p ON p.id = b.position_id JOIN annex x ON x.id = p.annex_id
JOIN application a ON a.id = x.application_id
WHERE b.application_id <> a.id OR b.programme_id <> a.programme_id OR b.school_id <> x.school_id OR b.category <> p.category
