package dev.rollcall.scim.search;

import dev.rollcall.fairness.Visit;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.function.LongSupplier;

/// Tells in the header `Rollcall-Scanned-Rows` that no index served a query and that it had more than 10,000 resources
/// to look through: as many as the organization has of the types asked for, or had a minute ago. A page that fills
/// early, and needs no count, may have read fewer.
@Provider
class ScannedRows implements ContainerResponseFilter {
    /// The header.
    static final String HEADER = "Rollcall-Scanned-Rows";

    /// The most that are not worth telling.
    static final long FEW = 10_000;

    /// Notes among how many resources the request that this thread works on has searched, if it did so without an
    /// index.
    ///
    /// @param candidates tells how many there are; asked only then
    static void note(LongSupplier candidates) {
        Visit.current()
                .filter(visit -> !visit.scanned().isZero())
                .ifPresent(visit -> visit.noteScannedRows(candidates.getAsLong()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Visit.of(request)
                .map(Visit::scannedRows)
                .filter(rows -> rows > FEW)
                .ifPresent(rows -> response.getHeaders().putSingle(HEADER, rows.toString()));
    }
}
