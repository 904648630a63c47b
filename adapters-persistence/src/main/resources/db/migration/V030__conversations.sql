-- Conversations with the assistant: turns in pairs, each answer with the sources that it rests on.

create table conversation (
    id         uuid        primary key,
    owner_id   uuid        not null,
    title      text        not null check (char_length(title) between 1 and 200),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    turn_count integer     not null check (turn_count >= 0)
);

create index conversation_of_owner on conversation (owner_id, updated_at desc, id desc);

create table conversation_turn (
    conversation_id uuid        not null references conversation on delete cascade,
    position        integer     not null check (position >= 1),
    role            text        not null check (role in ('user', 'assistant')),
    text            text        not null,
    at              timestamptz not null,
    model           text,
    input_tokens    bigint      check (input_tokens >= 0),
    output_tokens   bigint      check (output_tokens >= 0),
    primary key (conversation_id, position),
    -- A question stands on every odd place and its answer on the next.
    constraint turns_come_in_pairs check ((role = 'user') = (position % 2 = 1)),
    constraint an_answer_has_a_model check ((role = 'assistant') = (model is not null)),
    constraint tokens_are_counted_together check ((input_tokens is null) = (output_tokens is null))
);

create table conversation_source (
    conversation_id uuid    not null,
    position        integer not null,
    number          integer not null check (number >= 1),
    tool            text    not null,
    title           text    not null,
    href            text    not null,
    figure_names    text[]  not null,
    figure_values   text[]  not null,
    primary key (conversation_id, position, number),
    foreign key (conversation_id, position) references conversation_turn on delete cascade,
    constraint a_value_for_each_name check (cardinality(figure_names) = cardinality(figure_values))
);
