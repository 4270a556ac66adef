//! The whole page in a real browser: each test begins with an empty profile, as a new user does.

mod main_job;
