-- A device is set up anew after it is back, within the days of its plan, and no day holds more than its capacity.
SELECT p.no, x.planned_on, count(*) AS devices FROM reimage_slot x JOIN reimage_plan p ON p.id = x.plan_id
WHERE x.planned_on IS NOT NULL GROUP BY p.id, p.no, p.per_day, p.from_on, p.until_on, x.planned_on
HAVING count(*) > p.per_day OR x.planned_on < p.from_on OR x.planned_on > p.until_on OR max(x.due_on) >= x.planned_on;
