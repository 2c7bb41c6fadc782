-- The value of an own field belongs to a device of a kind that has the field, and is of the field's type.
SELECT v.id, v.device_id, f.label, f.type FROM own_value v JOIN own_field f ON f.id = v.field_id JOIN device d ON d.id = v.device_id
JOIN device_model m ON m.id = d.model_id
WHERE f.kind IS NOT NULL AND f.kind <> m.kind OR NOT CASE f.type WHEN 'NUMBER' THEN v.number IS NOT NULL WHEN 'DAY' THEN v.day_on IS NOT NULL
    WHEN 'FLAG' THEN v.flag IS NOT NULL ELSE v.text IS NOT NULL END;
