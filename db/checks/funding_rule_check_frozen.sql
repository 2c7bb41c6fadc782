-- a kept check of rules fits its checksum
select id, application_id from rule_check where sha256 <> sha2(content, 256)
