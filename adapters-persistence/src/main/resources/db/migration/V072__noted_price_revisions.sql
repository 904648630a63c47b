-- Which revisions of the prices have their changes noted in price_change. A revision that is not here was made by a program that does
-- not note them yet, or is so old that its notes are gone: what was computed before it is computed again from the beginning.

CREATE TABLE noted_price_revision (
    revision bigint PRIMARY KEY CHECK (revision >= 1)
);

INSERT INTO noted_price_revision SELECT DISTINCT revision FROM price_change;

CREATE INDEX price_change_of_revision ON price_change (revision);
