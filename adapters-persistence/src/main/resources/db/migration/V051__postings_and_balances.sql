-- The double entry of every transaction and the balances that follow. A server of the version before records
-- transactions without them; ledger_books says how far a ledger is posted, and what is missing is posted before the
-- next transaction is recorded, or by POST /api/ops/reconciliation.

create table ledger_posting (
    portfolio_id   uuid            not null,
    transaction_id uuid            not null,
    number         smallint        not null check (number >= 1),
    account        text            not null check (account in (
        'cash', 'position', 'fee', 'tax', 'income', 'external', 'exchange')),
    symbol         text            check (char_length(symbol) between 1 and 32),
    currency       char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric(45, 20) not null,
    units          numeric(25, 10) not null,
    primary key (transaction_id, number),
    constraint posts_a_transaction foreign key (portfolio_id, transaction_id)
        references ledger_transaction (portfolio_id, id) on delete cascade,
    constraint units_are_of_an_instrument check (units = 0 or (account = 'position' and symbol is not null))
);

create trigger ledger_is_append_only before update or delete on ledger_posting
    for each row execute function ledger_is_append_only();

-- The postings of one transaction come in one statement, so that no statement can leave a transaction out of balance.
create function postings_balance() returns trigger language plpgsql as $$
declare
    odd uuid;
begin
    select transaction_id into odd from added group by transaction_id, currency having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the postings of transaction % do not add up to zero', odd using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger postings_balance after insert on ledger_posting
    referencing new table as added for each statement execute function postings_balance();

create table ledger_balance (
    portfolio_id    uuid    not null references portfolio on delete cascade,
    kind            text    not null check (kind in ('cash', 'units')),
    unit            text    not null check (char_length(unit) between 1 and 32),
    amount          numeric not null,
    may_be_negative boolean not null,
    primary key (portfolio_id, kind, unit),
    constraint balance_is_not_negative check (amount >= 0 or may_be_negative)
);

-- The policy of the portfolio decides what may be negative, whoever writes.
create function balance_follows_policy() returns trigger language plpgsql as $$
begin
    select case new.kind when 'cash' then overdraft_allowed else shorting_allowed end into new.may_be_negative
        from portfolio where id = new.portfolio_id;
    return new;
end
$$;

create trigger balance_follows_policy before insert or update on ledger_balance
    for each row execute function balance_follows_policy();

create function policy_rules_balances() returns trigger language plpgsql as $$
begin
    update ledger_balance set amount = amount where portfolio_id = new.id;
    return null;
end
$$;

create trigger policy_rules_balances after update of overdraft_allowed, shorting_allowed on portfolio
    for each row when (old.overdraft_allowed is distinct from new.overdraft_allowed
        or old.shorting_allowed is distinct from new.shorting_allowed)
    execute function policy_rules_balances();

create table ledger_books (
    portfolio_id uuid   primary key references portfolio on delete cascade,
    sequence     bigint not null check (sequence >= 1)
);
