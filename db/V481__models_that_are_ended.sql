-- A model that is not bought any more: it is offered nowhere, and its devices stay.
ALTER TABLE device_model ADD COLUMN IF NOT EXISTS ended_on DATE NULL COMMENT 'since when it is not to be bought any more; null while it is';
