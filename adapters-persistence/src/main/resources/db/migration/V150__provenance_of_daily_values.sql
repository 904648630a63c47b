-- What the value of a day stands on: prices and rates that were too old, and rates through a third currency. Null on days that a
-- program stored which did not tell; a program that tells computes those again before it gives any of them out.

ALTER TABLE valuation_day
    -- How many holdings had a price, or a rate that converts it, that was carried forward over more trading days than it may be.
    ADD COLUMN stale_holdings integer,
    -- What these, and cash that a stale rate converts, are worth in the base currency; debts count as if they were owned.
    ADD COLUMN stale_value    numeric,
    -- The currencies whose rate was stale, such as 'GBP JPY'.
    ADD COLUMN stale_rates    text,
    -- The currencies that were converted through another, such as 'GBP>EUR JPY>USD'.
    ADD COLUMN cross_rates    text;
