-- Events wait here, stored with the changes that they tell about, until every consumer has had them.

CREATE TABLE outbox_event (
    -- The order within an aggregate: whoever appends holds the aggregate, so numbers are handed out in the order of the commits.
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL UNIQUE,
    aggregate   text        NOT NULL CHECK (char_length(aggregate) BETWEEN 3 AND 101),
    type        text        NOT NULL CHECK (char_length(type) BETWEEN 1 AND 50),
    version     smallint    NOT NULL CHECK (version >= 1),
    payload     jsonb       NOT NULL,
    occurred_at timestamptz NOT NULL
);

CREATE INDEX outbox_event_age ON outbox_event (occurred_at);

-- Who gets events: each program names its consumers when it starts, and from then on every instance writes for them.
CREATE TABLE outbox_consumer (
    name       text        PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 50),
    started_at timestamptz NOT NULL
);

-- What each consumer still has to get. A row goes in the same transaction as the effect of the event.
CREATE TABLE outbox_delivery (
    consumer   text        NOT NULL REFERENCES outbox_consumer ON DELETE CASCADE,
    aggregate  text        NOT NULL,
    position   bigint      NOT NULL REFERENCES outbox_event,
    attempts   integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at     timestamptz NOT NULL,
    dead_at    timestamptz,
    last_error text        CHECK (char_length(last_error) <= 500),
    PRIMARY KEY (consumer, aggregate, position),
    CONSTRAINT dead_after_attempts CHECK (dead_at IS NULL OR attempts > 0)
) WITH (fillfactor = 80);

CREATE INDEX outbox_delivery_waiting ON outbox_delivery (position) WHERE dead_at IS NULL;
CREATE INDEX outbox_delivery_dead ON outbox_delivery (dead_at, position) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_delivery_of_event ON outbox_delivery (position);

-- The first day that each change of prices touched, so that what was computed from prices knows how much of it still holds.
CREATE TABLE price_change (
    instrument_id integer NOT NULL REFERENCES instrument ON DELETE CASCADE,
    revision      bigint  NOT NULL CHECK (revision >= 1),
    first_date    date    NOT NULL,
    PRIMARY KEY (instrument_id, revision)
);
