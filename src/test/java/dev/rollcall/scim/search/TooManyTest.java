package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.persistence.ReadyIndexes;
import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.protocol.Answer;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.scim.total.ResourceTotals;
import dev.rollcall.testing.TestTokens;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A service on which no more than three resources may match a query.
@QuarkusTest
@Proves({"GE-009", "CU-017"})
class TooManyTest {
    private static final int MOST = 3;

    private final Searches searches;
    private final ResourceStores stores;
    private final TestTokens tokens;

    TooManyTest(
            ResourceSearch resources,
            ReadyIndexes indexes,
            ResourceTotals totals,
            PageMarks marks,
            Landmarks landmarks,
            Cursors cursors,
            PaginationConfig pagination,
            SensitiveFilters sensitive,
            Projectors projectors,
            Clock clock,
            ResourceStores stores,
            TestTokens tokens) {
        var limits = new Limits();
        var matches = new MatchCounts(resources, totals, limits, pagination);
        var pages = new IndexPages(resources, matches, marks, landmarks);
        searches = new Searches(
                resources, indexes, pages, matches, cursors, limits, pagination, sensitive, projectors, clock);
        this.stores = stores;
        this.tokens = tokens;
    }

    private record Limits() implements LimitsConfig {
        @Override
        public MemorySize bodySize() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public int pageSize() {
            return 2;
        }

        @Override
        public int maxMatches() {
            return MOST;
        }
    }

    @Test
    void aQueryWithMoreMatchesThanTheLimitIsRefused() {
        var token = tokens.anOrganization().issue();
        var client = new ProvisioningClient(
                token.organizationId(),
                token.connectionId(),
                token.credentialId(),
                Tolerances.of(ConformanceMode.COMPATIBLE),
                Set.of(Scope.READ),
                null);
        Users.add(token.bearer(), MOST + 1);
        var users = SearchScope.of(stores.of("User").orElseThrow());
        for (var scope : new SearchScope[] {users, SearchScope.all(stores.all())}) {
            var asked = new Searches.Asked(client, scope, "https://scim.example/scim/v2");
            assertThat(total(asked, query("userName ne \"u0\"", null))).isEqualTo(MOST);
            assertThat(total(asked, query("userName ne \"u0\"", ""))).isEqualTo(MOST);
            for (var cursor : new @Nullable String[] {null, ""}) {
                assertThatThrownBy(() -> searches.answer(asked, query(null, cursor)))
                        .isInstanceOfSatisfying(
                                ScimException.class,
                                refusal -> assertThat(refusal.scimType()).contains(ScimType.TOO_MANY));
            }
        }
    }

    private int total(Searches.Asked asked, SearchMessage message) {
        return ((Answer.Held) searches.answer(asked, message)).value().find("totalResults")
                        instanceof ScimValue.Numeric(var total)
                ? total.intValueExact()
                : -1;
    }

    private static SearchMessage query(@Nullable String filter, @Nullable String cursor) {
        return new SearchMessage(filter, null, null, null, null, cursor, Projection.DEFAULT, false);
    }
}
