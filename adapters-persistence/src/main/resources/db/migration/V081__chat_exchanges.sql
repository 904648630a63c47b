-- Questions whose answers are under way, and those that ended a while ago: they keep the questions of a conversation in order,
-- answer a question with a name once, and let a reader who lost the line catch up.

create table chat_exchange (
    id              uuid        primary key,
    owner_id        uuid        not null,
    conversation_id uuid        not null,
    name            text        check (char_length(name) between 1 and 128),
    digest          text        not null,
    state           text        not null check (state in ('running', 'done', 'failed')),
    stop_requested  boolean     not null default false,
    lease_until     timestamptz not null,
    ended_at        timestamptz,
    answer_position integer     not null default 0 check (answer_position >= 0),
    suggestions     text[]      not null default '{}',
    constraint ended_has_a_time check ((state = 'running') = (ended_at is null)),
    constraint done_has_an_answer check ((state = 'done') = (answer_position > 0))
);

create unique index chat_exchange_name on chat_exchange (owner_id, name) where name is not null;
create unique index chat_exchange_running on chat_exchange (conversation_id) where state = 'running';
create index chat_exchange_ended on chat_exchange (ended_at);

create table chat_event (
    exchange_id uuid    not null references chat_exchange on delete cascade,
    number      integer not null check (number >= 1),
    kind        text    not null check (kind in ('started', 'tool', 'text')),
    first_text  text    not null,
    second_text text,
    primary key (exchange_id, number)
);

alter table conversation
    add column summary          text    not null default '',
    add column summarised_turns integer not null default 0 check (summarised_turns >= 0);
