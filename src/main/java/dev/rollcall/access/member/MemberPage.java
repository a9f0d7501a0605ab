package dev.rollcall.access.member;

import java.util.List;

/// A page of members.
///
/// @param next the position behind which the next page begins; empty at the end. A page that has one may be shorter
/// than
///     was asked for
public record MemberPage(List<Member> members, List<String> next) {
    public MemberPage {
        members = List.copyOf(members);
        next = List.copyOf(next);
    }
}
