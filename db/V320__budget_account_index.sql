-- own money is looked for by the beginning of its account
ALTER TABLE budget ADD INDEX IF NOT EXISTS budget_account (account);
