-- Answers of the API to changing requests, kept for a day under the key that the caller chose: the same request again gets the same answer.
-- A row without a status is a request under way.
create table api_answer (
    organisation varchar(64) not null,
    caller       varchar(255) not null,
    request_key  varchar(64) not null,
    fingerprint  varchar(64) not null,
    begun_at     timestamp with time zone not null,
    status       integer,
    media_type   varchar(120),
    body         bytea check (length(body) <= 262144),
    primary key (organisation, caller, request_key)
);
create index api_answer_oldest on api_answer (begun_at);
