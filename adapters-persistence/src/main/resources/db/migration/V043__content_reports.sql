-- What browsers report about the content policy: counts, not reports.

CREATE TABLE content_report (
    day       date NOT NULL,
    directive text NOT NULL CHECK (length(directive) <= 100),
    blocked   text NOT NULL CHECK (length(blocked) <= 100),
    page      text NOT NULL CHECK (length(page) <= 100),
    count     bigint NOT NULL CHECK (count > 0),
    PRIMARY KEY (day, directive, blocked, page)
);
