-- A warranty of so many months ends so many months after the delivery.
SELECT d.id, d.inventory_no, d.delivered_on, d.warranty_months, d.warranty_end_on FROM device d
WHERE d.warranty_months IS NOT NULL AND NOT (d.warranty_end_on <=> DATE_ADD(d.delivered_on, INTERVAL d.warranty_months MONTH))
   OR d.warranty_ordered AND d.warranty_months IS NULL
