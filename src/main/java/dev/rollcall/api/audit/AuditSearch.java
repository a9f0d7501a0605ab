package dev.rollcall.api.audit;

import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.audit.AuditEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of the audit, of one organization or of all.
@ApplicationScoped
class AuditSearch {
    private final AuditEntries entries;
    private final Pages pages;

    AuditSearch(AuditEntries entries, Pages pages) {
        this.entries = entries;
        this.pages = pages;
    }

    Page<AuditEntryView> page(@Nullable UUID organizationId, AuditParameters parameters, PageParameters page) {
        var filter = parameters.filter(organizationId);
        return pages.page(
                page,
                slice -> entries.page(filter, slice.afterId(), slice.limit()),
                entry -> List.of(entry.id().toString()),
                AuditEntryView::of);
    }
}
