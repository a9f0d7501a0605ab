package dev.rollcall.activity;

/// What is recorded of a call.
public record Entry(Call call, Outcome outcome, Subject subject, Difference difference) {}
