-- What language models cost: an entry for each call, made before the call and settled after it; the totals of the month by
-- payer, whose rows are also the locks under which budgets are kept; the budgets; and the keys that users brought.

create table model_call (
    id              uuid        primary key,
    user_id         uuid        not null,
    conversation_id uuid,
    task            text        not null check (task in ('chat', 'analysis', 'summary')),
    provider        text        not null,
    model           text        not null,
    own_key         boolean     not null,
    called_at       timestamptz not null,
    -- A call is lost when the program died before it was settled: what was set aside then stands as an estimate.
    state           text        not null check (state in ('reserved', 'settled', 'lost')),
    input_tokens    bigint      not null check (input_tokens >= 0),
    output_tokens   bigint      not null check (output_tokens >= 0),
    -- Null where the price of the model is not known.
    cost            numeric     check (cost >= 0),
    estimated       boolean     not null,
    expires_at      timestamptz not null,
    settled_at      timestamptz,
    constraint settled_has_a_time check ((state = 'reserved') = (settled_at is null))
);

create index model_call_of_user on model_call (user_id, called_at);
create index model_call_time on model_call (called_at);
create index model_call_open on model_call (expires_at) where state = 'reserved';

-- The payer 00000000-0000-0000-0000-000000000000 is everybody together.
create table model_month (
    payer_id uuid    not null,
    month    date    not null check (extract(day from month) = 1),
    spent    numeric not null check (spent >= 0),
    reserved numeric not null check (reserved >= 0),
    primary key (payer_id, month)
);

create table model_budget (
    payer_id   uuid        primary key,
    amount     numeric     not null check (amount >= 0),
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    warning    numeric     not null check (warning > 0 and warning <= critical),
    critical   numeric     not null check (critical <= 100),
    auto_stop  boolean     not null,
    updated_at timestamptz not null
);

create table provider_key (
    user_id  uuid        not null,
    provider text        not null,
    sealed   bytea       not null,
    since    timestamptz not null,
    primary key (user_id, provider)
);
