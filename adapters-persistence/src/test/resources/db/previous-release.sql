-- What release 0.1 says to the database, with values in the place of its parameters. A migration has to leave all of it possible;
-- when a release no longer needs a statement, it goes from here with the next release, and what it needed from the schema after that.
-- One transaction of it is what stands between two lines "-- transaction"; locks are taken in its order. What is newer than the schema
-- from which the test migrates stands behind a line "-- transaction of a migrated schema".

-- transaction
INSERT INTO portfolio (id, owner_id, name, base_currency, sample, created_at, version, transaction_count, first_date, last_date)
  VALUES ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-0000000000aa', 'Depot', 'EUR', false, now(), 1, 0, null, null);
-- transaction
SELECT id, base_currency, created_at, first_date, last_date, name, owner_id, sample, transaction_count, version FROM portfolio
  WHERE owner_id = '01900000-0000-7000-8000-0000000000aa' AND id = '01900000-0000-7000-8000-000000000001' FOR UPDATE;
SELECT coalesce(max(sequence), 0) FROM ledger_transaction WHERE portfolio_id = '01900000-0000-7000-8000-000000000001';
INSERT INTO ledger_transaction (id, portfolio_id, sequence, date, type, symbol, quantity, price, fee, amount, currency, external_id,
  content, occurrence, reversal_of, reason, recorded_at)
  VALUES ('01900000-0000-7000-8000-000000000011', '01900000-0000-7000-8000-000000000001', 1, date '2024-01-02', 'deposit', null, null,
  null, 0, 1000, 'EUR', null, decode(repeat('ab', 32), 'hex'), 1, null, null, now());
INSERT INTO ledger_transaction (id, portfolio_id, sequence, date, type, symbol, quantity, price, fee, amount, currency, external_id,
  content, occurrence, reversal_of, reason, recorded_at)
  VALUES ('01900000-0000-7000-8000-000000000012', '01900000-0000-7000-8000-000000000001', 2, date '2024-01-03', 'buy', 'ACME', 5, 10,
  1.5, 50, 'EUR', 'T-1', decode(repeat('cd', 32), 'hex'), 1, null, null, now());
INSERT INTO ledger_transaction (id, portfolio_id, sequence, date, type, symbol, quantity, price, fee, amount, currency, external_id,
  content, occurrence, reversal_of, reason, recorded_at)
  VALUES ('01900000-0000-7000-8000-000000000013', '01900000-0000-7000-8000-000000000001', 3, date '2024-01-03', 'buy', 'ACME', 5, 10,
  1.5, 50, 'EUR', 'T-1', decode(repeat('cd', 32), 'hex'), 1, '01900000-0000-7000-8000-000000000012', 'Typed twice', now());
UPDATE portfolio SET name = 'Other', version = 2, transaction_count = 2, first_date = date '2024-01-02', last_date = date '2024-01-03'
  WHERE id = '01900000-0000-7000-8000-000000000001';
-- transaction
SELECT t.id, t.sequence, t.date, t.type, t.symbol, t.quantity, t.price, t.fee, t.amount, t.currency, t.external_id, t.occurrence,
  t.reversal_of, t.reason, t.recorded_at, r.id AS undone_by FROM ledger_transaction t
  LEFT JOIN ledger_transaction r ON r.reversal_of = t.id WHERE t.portfolio_id = '01900000-0000-7000-8000-000000000001'
  AND t.reversal_of IS NULL AND r.id IS NULL ORDER BY t.date, t.sequence;
SELECT content, count(*) FROM ledger_transaction WHERE portfolio_id = '01900000-0000-7000-8000-000000000001'
  AND external_id IS NULL AND reversal_of IS NULL GROUP BY content;
-- transaction of a migrated schema
INSERT INTO valuation (portfolio_id, generation, sequence, price_revision, basis, ever_held, priced_by)
  VALUES ('01900000-0000-7000-8000-000000000001', 1, 3, 1, '1 EUR FIFO', '{ACME}', '{ACME}');
INSERT INTO valuation_day (portfolio_id, date, value, inflow, outflow, cash, cost, income, carried_forward, in_debt, stand_ins)
  VALUES ('01900000-0000-7000-8000-000000000001', date '2024-01-03', 1000, 0, 0, 900, 100, 0, false, false, '{}');
-- transaction
SELECT revision FROM price_revision FOR UPDATE;
INSERT INTO instrument (symbol, currency, first_date, last_date, price_count)
  VALUES ('ACME', 'EUR', date '2024-01-02', date '2024-01-03', 2) ON CONFLICT (symbol) DO NOTHING;
INSERT INTO price (instrument_id, date, close) SELECT id, date '2024-01-02', 10.5 FROM instrument WHERE symbol = 'ACME'
  ON CONFLICT (instrument_id, date) DO UPDATE SET close = excluded.close WHERE price.close <> excluded.close;
UPDATE instrument i SET first_date = p.first_date, last_date = p.last_date, price_count = p.price_count FROM (
  SELECT instrument_id, min(date) AS first_date, max(date) AS last_date, count(*) AS price_count FROM price GROUP BY instrument_id) p
  WHERE i.id = p.instrument_id;
UPDATE price_revision SET revision = revision + 1;
-- transaction
SELECT i.symbol, i.currency, p.date, p.close FROM instrument i JOIN price p ON p.instrument_id = i.id WHERE i.symbol = 'ACME'
  AND p.date <= date '2024-12-31' ORDER BY i.symbol, p.date;
SELECT i.symbol, i.currency, l.date, l.close FROM instrument i CROSS JOIN LATERAL (SELECT p.date, p.close FROM price p
  WHERE p.instrument_id = i.id AND p.date <= date '2024-12-31' ORDER BY p.date DESC LIMIT 1) l WHERE i.symbol = 'ACME';
-- transaction
WITH entry AS (INSERT INTO audit_entry (id, recorded_at, action, actor, address, route, request_id, subject, count, note)
  VALUES ('01900000-0000-7000-8000-000000000021', now(), 'signed_in', null, '127.0.0.1', 'POST /api/auth/login', 'r', 's', 1, '')
  RETURNING id) INSERT INTO audit_waiting SELECT id FROM entry;
-- transaction
DELETE FROM portfolio WHERE owner_id = '01900000-0000-7000-8000-0000000000aa' AND id = '01900000-0000-7000-8000-000000000001';
