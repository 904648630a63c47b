-- Instruments with their identifiers, whole bars of a day, and prices in partitions.

alter table instrument
    alter column first_date drop not null,
    alter column last_date drop not null,
    drop constraint instrument_price_count_check,
    add constraint price_count_is_a_count check (price_count >= 0),
    add column name       text        not null default '' check (char_length(name) <= 200),
    add column kind       text        not null default 'other' check (kind in (
        'equity', 'fund', 'bond', 'index', 'currency_pair', 'other')),
    add column isin       text        check (isin ~ '^[A-Z]{2}[A-Z0-9]{9}[0-9]$'),
    add column figi       text        check (figi ~ '^[B-DF-HJ-NP-TV-Z]{2}G[B-DF-HJ-NP-TV-Z0-9]{8}[0-9]$'),
    add column exchange   text        check (exchange ~ '^[A-Z0-9]{4}$'),
    add column version    bigint      not null default 1 check (version >= 1),
    add column changed_at timestamptz not null default now(),
    add constraint extent_is_whole check (
        (price_count = 0) = (first_date is null) and (first_date is null) = (last_date is null));

-- A FIGI names one listing; an ISIN one security, which may be listed at several exchanges.
create unique index one_instrument_of_a_figi on instrument (figi) where figi is not null;
create unique index one_instrument_of_an_isin_at_an_exchange on instrument (isin, exchange) nulls not distinct
    where isin is not null;

update instrument set kind = 'currency_pair' where symbol ~ '^[A-Z]{3}/[A-Z]{3}$';

-- Every question about prices names its instruments, none asks for all instruments of a year: so prices lie in
-- partitions by instrument, and a question touches one small index for each instrument.
alter table price rename to price_in_one_piece;
alter table price_in_one_piece rename constraint price_pkey to price_in_one_piece_pkey;

create table price (
    instrument_id integer         not null,
    date          date            not null check (date >= date '1900-01-01'),
    close         numeric(25, 10) not null check (close > 0),
    open          numeric(25, 10) check (open >= 0),
    high          numeric(25, 10) check (high >= 0),
    low           numeric(25, 10) check (low >= 0),
    volume        numeric(25, 10) check (volume >= 0),
    source        text            not null default 'import' check (char_length(source) between 1 and 64),
    primary key (instrument_id, date),
    constraint high_is_not_below_low check (high >= low)
) partition by hash (instrument_id);

do $$
begin
    for remainder in 0..15 loop
        execute format(
            'create table price_%s partition of price for values with (modulus 16, remainder %s)',
            lpad(remainder::text, 2, '0'), remainder);
    end loop;
end
$$;

insert into price (instrument_id, date, close) select instrument_id, date, close from price_in_one_piece;
drop table price_in_one_piece;

-- Prices come by the million and are only written through a join with their instrument, so the promise that each has one
-- is kept from the other side, where it costs nothing: an instrument that has prices stays, under its number.
create function priced_instruments_stay() returns trigger language plpgsql as $$
begin
    if exists (select 1 from price where instrument_id = old.id) then
        raise exception 'an instrument that has prices stays' using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

create trigger priced_instruments_stay before delete on instrument
    for each row execute function priced_instruments_stay();

create trigger priced_instruments_keep_their_number before update of id on instrument
    for each row execute function priced_instruments_stay();
