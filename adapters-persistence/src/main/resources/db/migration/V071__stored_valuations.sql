-- The daily values of portfolios, computed from ledger and prices. A copy: whatever is deleted here is computed again.

CREATE TABLE valuation (
    portfolio_id   uuid        PRIMARY KEY REFERENCES portfolio ON DELETE CASCADE,
    -- 0: held by somebody who is about to store values for the first time.
    generation     bigint      NOT NULL CHECK (generation >= 0),
    sequence       bigint      NOT NULL CHECK (sequence >= 0),
    price_revision bigint      NOT NULL CHECK (price_revision >= 0),
    basis          text        NOT NULL,
    ever_held      text[]      NOT NULL,
    priced_by      text[]      NOT NULL,
    last_close     date
);

-- Numbers have every digit that the computation gave them.
CREATE TABLE valuation_day (
    portfolio_id    uuid    NOT NULL REFERENCES valuation ON DELETE CASCADE,
    date            date    NOT NULL,
    value           numeric NOT NULL,
    inflow          numeric NOT NULL CHECK (inflow >= 0),
    outflow         numeric NOT NULL CHECK (outflow >= 0),
    cash            numeric NOT NULL,
    cost            numeric NOT NULL,
    income          numeric NOT NULL,
    carried_forward boolean NOT NULL,
    in_debt         boolean NOT NULL,
    stand_ins       text[]  NOT NULL,
    PRIMARY KEY (portfolio_id, date)
);

-- The state of the book on some days, in a form that the program alone reads; one of an older form is as good as none.
CREATE TABLE valuation_checkpoint (
    portfolio_id uuid     NOT NULL REFERENCES valuation ON DELETE CASCADE,
    date         date     NOT NULL,
    form         smallint NOT NULL,
    state        bytea    NOT NULL,
    PRIMARY KEY (portfolio_id, date)
);
