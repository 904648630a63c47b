-- Changes that the assistant proposed and that wait for the owner's yes: at most one a conversation.

create table conversation_proposal (
    conversation_id uuid   primary key references conversation on delete cascade,
    owner_id        uuid   not null,
    tool            text   not null,
    argument_names  text[] not null,
    argument_values text[] not null,
    summary         text   not null,
    constraint a_value_for_each_argument check (cardinality(argument_names) = cardinality(argument_values))
);
