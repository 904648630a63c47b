-- Portfolios, their append-only ledgers, and prices.

create table portfolio (
    id                uuid        primary key,
    owner_id          uuid        not null,
    name              text        not null check (char_length(name) between 1 and 100),
    base_currency     char(3)     not null check (base_currency ~ '^[A-Z]{3}$'),
    sample            boolean     not null,
    created_at        timestamptz not null,
    version           bigint      not null check (version >= 1),
    transaction_count integer     not null check (transaction_count >= 0),
    first_date        date,
    last_date         date,
    constraint extent_is_whole check (
        (transaction_count = 0) = (first_date is null) and (first_date is null) = (last_date is null)),
    constraint extent_runs_forward check (first_date <= last_date)
);

create index portfolio_of_owner on portfolio (owner_id, created_at desc, id desc);
create unique index one_sample_for_each_owner on portfolio (owner_id) where sample;

create table ledger_transaction (
    id           uuid           primary key,
    portfolio_id uuid           not null references portfolio on delete cascade,
    sequence     bigint         not null check (sequence >= 1),
    date         date           not null check (date >= date '1900-01-01'),
    type         text           not null check (type in (
        'buy', 'sell', 'dividend', 'interest', 'fee', 'tax', 'deposit', 'withdrawal', 'split', 'transfer_in', 'transfer_out')),
    symbol       text           check (char_length(symbol) between 1 and 32),
    quantity     numeric(25, 10) check (quantity > 0),
    price        numeric(25, 10) check (price >= 0),
    fee          numeric(25, 10) not null check (fee >= 0),
    amount       numeric(45, 20) not null check (amount >= 0),
    currency     char(3)        not null check (currency ~ '^[A-Z]{3}$'),
    external_id  text           check (char_length(external_id) between 1 and 100),
    content      bytea          not null check (octet_length(content) = 32),
    occurrence   integer        not null check (occurrence >= 1),
    reversal_of  uuid,
    reason       text           check (char_length(reason) between 1 and 500),
    recorded_at  timestamptz    not null,
    constraint one_place_in_the_ledger unique (portfolio_id, sequence),
    constraint known_in_its_portfolio unique (portfolio_id, id),
    constraint reversed_once unique (reversal_of),
    constraint reverses_in_its_portfolio foreign key (portfolio_id, reversal_of)
        references ledger_transaction (portfolio_id, id),
    constraint reversal_has_a_reason check ((reversal_of is null) = (reason is null)),
    constraint reverses_another check (reversal_of <> id),
    constraint parts_fit_the_type check (case type
        when 'buy' then symbol is not null and quantity is not null and price is not null
        when 'sell' then symbol is not null and quantity is not null and price is not null
        when 'dividend' then symbol is not null and quantity is null and price is null
        when 'interest' then quantity is null and price is null
        when 'fee' then quantity is null and price is null and fee = 0
        when 'tax' then quantity is null and price is null and fee = 0
        when 'deposit' then symbol is null and quantity is null and price is null and fee = 0
        when 'withdrawal' then symbol is null and quantity is null and price is null and fee = 0
        when 'split' then symbol is not null and quantity is not null and price is null and fee = 0 and amount = 0
        else (symbol is null) = (quantity is null)
            and (price is null or (type = 'transfer_in' and symbol is not null))
            and (symbol is null or amount = 0) and fee = 0
    end)
);

-- The same row of a broker's file is booked once: by the broker's id, or by what it says and how often.
create unique index one_external_id on ledger_transaction (portfolio_id, external_id)
    where external_id is not null and reversal_of is null;
create unique index one_occurrence_of_a_content on ledger_transaction (portfolio_id, content, occurrence)
    where external_id is null and reversal_of is null;
create index ledger_in_effect_order on ledger_transaction (portfolio_id, date, sequence);
create index ledger_of_symbol on ledger_transaction (portfolio_id, symbol, date, sequence) where symbol is not null;

-- A ledger is corrected by reversal alone; its rows go only with their portfolio.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select 1 from portfolio where id = old.portfolio_id) then
        raise exception 'a ledger is append-only: record a reversal instead' using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

create trigger ledger_is_append_only before update or delete on ledger_transaction
    for each row execute function ledger_is_append_only();

create table instrument (
    id          integer    generated always as identity primary key,
    symbol      text       collate "C" not null unique check (char_length(symbol) between 1 and 32),
    currency    char(3)    not null check (currency ~ '^[A-Z]{3}$'),
    first_date  date       not null,
    last_date   date       not null,
    price_count integer    not null check (price_count >= 1),
    constraint dates_run_forward check (first_date <= last_date)
);

create table price (
    instrument_id integer         not null references instrument,
    date          date            not null check (date >= date '1900-01-01'),
    close         numeric(25, 10) not null check (close > 0),
    primary key (instrument_id, date)
);

-- One row: grows with every change of any price, and is what an import holds on to while it works.
create table price_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null check (revision >= 0)
);

insert into price_revision (revision) values (0);
