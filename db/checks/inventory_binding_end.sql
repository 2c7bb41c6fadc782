-- A binding has an end exactly when its event has happened, counted from that event; what came in the place of a bound device is bound with it.
SELECT id, inventory_no, binding_start, binding_years, binding_mode, delivered_on, in_service_on, binding_end_on FROM device
WHERE NOT (binding_end_on <=> CASE
        WHEN binding_start IS NULL THEN NULL
        WHEN binding_mode = 'EXACT_DATE'
            THEN DATE_ADD(COALESCE(bound_on, IF(binding_start = 'DELIVERY', delivered_on, in_service_on)), INTERVAL binding_years YEAR)
        ELSE MAKEDATE(YEAR(COALESCE(bound_on, IF(binding_start = 'DELIVERY', delivered_on, in_service_on))) + binding_years + 1, 1) - INTERVAL 1 DAY
    END);
