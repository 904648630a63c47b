-- More of what a ledger promises is promised by the database itself, whoever writes.

-- No statement empties a ledger: rows go with their portfolio alone.
create trigger ledger_is_not_emptied before truncate on ledger_transaction
    for each statement execute function ledger_is_append_only();
create trigger ledger_is_not_emptied before truncate on ledger_posting
    for each statement execute function ledger_is_append_only();

create or replace function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    -- A statement on the whole table has no row.
    if tg_op in ('UPDATE', 'TRUNCATE') or exists (select 1 from portfolio where id = old.portfolio_id) then
        raise exception 'a ledger is append-only: record a reversal instead' using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

-- The postings of a transaction come in one statement, numbered from one on without a gap: so none can be added later, not even
-- some that add up to zero.
create or replace function postings_balance() returns trigger language plpgsql as $$
declare
    odd uuid;
begin
    select transaction_id into odd from added group by transaction_id, currency having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the postings of transaction % do not add up to zero', odd using errcode = 'check_violation';
    end if;
    select transaction_id into odd from added
        group by transaction_id having min(number) <> 1 or max(number) <> count(*) limit 1;
    if found then
        raise exception 'the postings of transaction % are not those of the whole transaction', odd
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

-- A reversal says the same as what it undoes, and is not undone itself.
create function reversal_repeats_the_undone() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from ledger_transaction undone
            where undone.portfolio_id = new.portfolio_id and undone.id = new.reversal_of and undone.reversal_of is null
                and undone.content = new.content and undone.date = new.date and undone.type = new.type
                and undone.amount = new.amount and undone.currency = new.currency) then
        raise exception 'transaction % does not undo what it names', new.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger reversal_repeats_the_undone before insert on ledger_transaction
    for each row when (new.reversal_of is not null) execute function reversal_repeats_the_undone();
