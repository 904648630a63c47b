-- What companies did to their shares, and what markets do on days that their rules do not know.

create table corporate_action (
    id            uuid            primary key,
    instrument_id integer         not null references instrument,
    ex_date       date            not null check (ex_date >= date '1900-01-01'),
    type          text            not null check (type in ('split', 'dividend', 'special_dividend')),
    new_shares    numeric(25, 10) check (new_shares > 0),
    old_shares    numeric(25, 10) check (old_shares > 0),
    amount        numeric(25, 10) check (amount > 0),
    currency      char(3)         check (currency ~ '^[A-Z]{3}$'),
    recorded_at   timestamptz     not null default now(),
    constraint one_action_of_a_type_on_a_day unique (instrument_id, ex_date, type),
    constraint parts_fit_the_type check (case type
        when 'split' then new_shares is not null and old_shares is not null and amount is null and currency is null
        else new_shares is null and old_shares is null and amount is not null and currency is not null
    end)
);

create table calendar_day (
    calendar    text        not null check (calendar ~ '^([A-Z0-9]{4}|TARGET)$'),
    date        date        not null check (date >= date '1900-01-01'),
    status      text        not null check (status in ('open', 'early_close', 'closed')),
    name        text        not null check (char_length(name) <= 100),
    recorded_at timestamptz not null default now(),
    primary key (calendar, date)
);
