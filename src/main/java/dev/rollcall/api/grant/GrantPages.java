package dev.rollcall.api.grant;

import dev.rollcall.access.grant.HandGrantFilter;
import dev.rollcall.access.grant.HandGrantPosition;
import dev.rollcall.access.grant.HandGrants;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of grants by hand, of one member or of all.
@ApplicationScoped
class GrantPages {
    private final HandGrants grants;
    private final Pages pages;

    GrantPages(HandGrants grants, Pages pages) {
        this.grants = grants;
        this.pages = pages;
    }

    Page<GrantView> page(UUID organizationId, HandGrantFilter filter, PageParameters page) {
        return pages.page(
                page,
                slice -> grants.page(organizationId, filter, position(slice.after()), slice.limit()),
                grant -> List.of(grant.member().id().toString(), grant.id().toString()),
                GrantView::of);
    }

    private static @Nullable HandGrantPosition position(List<String> after) {
        return after.isEmpty()
                ? null
                : new HandGrantPosition(UUID.fromString(after.getFirst()), UUID.fromString(after.getLast()));
    }
}
