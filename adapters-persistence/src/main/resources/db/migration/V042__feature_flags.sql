-- How the feature flags stand that somebody has switched; the others stand as the program says.

CREATE TABLE feature_flag (
    name       text PRIMARY KEY,
    is_on      boolean NOT NULL,
    percentage integer NOT NULL CHECK (percentage BETWEEN 0 AND 100)
);
