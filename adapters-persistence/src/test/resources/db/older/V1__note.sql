CREATE TABLE note (id int PRIMARY KEY, text varchar(100) NOT NULL);
