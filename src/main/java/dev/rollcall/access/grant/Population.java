package dev.rollcall.access.grant;

import java.util.List;
import java.util.UUID;

/// Whose grants are meant.
public sealed interface Population {
    /// These members: a page of them, not more.
    record Listed(List<UUID> ids) implements Population {
        public Listed {
            ids = List.copyOf(ids);
        }
    }

    /// Everybody in one of these groups, directly or through groups.
    record Within(List<UUID> groups) implements Population {
        public Within {
            groups = List.copyOf(groups);
        }
    }
}
