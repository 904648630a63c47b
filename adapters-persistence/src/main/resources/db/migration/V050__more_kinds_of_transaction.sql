-- More kinds of transaction, and the rules that each ledger is kept under. Everything new may be left out, so that a
-- server of the version before goes on writing.

alter table portfolio
    add column lot_method        text    not null default 'fifo'
        check (lot_method in ('fifo', 'lifo', 'highest_cost', 'average_cost', 'specific_lot')),
    add column shorting_allowed  boolean not null default false,
    add column overdraft_allowed boolean not null default true,
    add column long_term_days    integer not null default 365 check (long_term_days between 0 and 36500);

alter table ledger_transaction
    add column settlement_date date,
    add column to_symbol       text            check (char_length(to_symbol) between 1 and 32),
    add column to_amount       numeric(25, 10) check (to_amount > 0),
    add column to_currency     char(3)         check (to_currency ~ '^[A-Z]{3}$'),
    add column cost_fraction   numeric(25, 10) check (cost_fraction between 0 and 1),
    add column lots            text            check (char_length(lots) between 1 and 5200),
    add column tax             numeric(25, 10) not null default 0 check (tax >= 0),
    add column acquired        date            check (acquired >= date '1900-01-01'),
    add column cash_in_lieu    numeric(25, 10) not null default 0 check (cash_in_lieu >= 0),
    drop constraint ledger_transaction_type_check,
    drop constraint parts_fit_the_type;

alter table ledger_transaction
    add constraint ledger_transaction_type_check check (type in (
        'buy', 'sell', 'short', 'cover', 'dividend', 'reinvested_dividend', 'interest', 'fee', 'tax', 'deposit',
        'withdrawal', 'split', 'spin_off', 'merger', 'symbol_change', 'fx', 'transfer_in', 'transfer_out')),
    add constraint settles_after_the_trade check (settlement_date >= date),
    add constraint was_acquired_before check (acquired is null or (acquired <= date and type = 'transfer_in')),
    add constraint becomes_another check (to_symbol <> symbol),
    add constraint exchange_has_two_currencies check (
        (to_amount is null) = (to_currency is null) and (to_amount is not null) = (type = 'fx')
        and to_currency <> currency),
    add constraint parts_fit_the_type check (case
        when type in ('buy', 'sell', 'short', 'cover')
            then symbol is not null and quantity is not null and price is not null and tax = 0
        when type = 'reinvested_dividend' then symbol is not null and quantity is not null and price is not null
        when type = 'dividend' then symbol is not null and quantity is null and price is null
        when type = 'interest' then quantity is null and price is null
        when type in ('fee', 'tax') then quantity is null and price is null and fee = 0 and tax = 0
        when type in ('deposit', 'withdrawal')
            then symbol is null and quantity is null and price is null and fee = 0 and tax = 0
        when type = 'split'
            then symbol is not null and quantity is not null and price is null and fee = 0 and amount = 0 and tax = 0
        when type = 'spin_off'
            then symbol is not null and to_symbol is not null and quantity is not null and cost_fraction is not null
                and price is null and fee = 0 and amount = 0 and tax = 0
        when type = 'merger'
            then symbol is not null and (to_symbol is null) = (quantity is null) and (to_symbol is not null or amount > 0)
                and price is null and fee = 0 and tax = 0
        when type = 'symbol_change'
            then symbol is not null and to_symbol is not null and quantity is null and price is null and fee = 0
                and amount = 0 and tax = 0
        when type = 'fx' then symbol is null and quantity is null and price is null and amount > 0 and tax = 0
        else (symbol is null) = (quantity is null)
            and (price is null or (type = 'transfer_in' and symbol is not null))
            and (symbol is null or amount = 0) and fee = 0 and tax = 0
    end),
    add constraint extras_fit_the_type check (
        (to_symbol is null or type in ('spin_off', 'merger', 'symbol_change'))
        and (cost_fraction is null or type in ('spin_off', 'merger'))
        and (lots is null or type in ('sell', 'cover', 'transfer_out'))
        and (cash_in_lieu = 0 or type in ('split', 'spin_off', 'merger')));

create index ledger_of_new_symbol on ledger_transaction (portfolio_id, to_symbol) where to_symbol is not null;
