package dev.rollcall.scim.index;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.rollcall.scim.index.IndexedAttribute.State;
import dev.rollcall.scim.persistence.ReadyIndexes;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An attribute comes into the index and goes again while others read and write, and no search ever misses anybody.
@QuarkusTest
class IndexUpkeepTest {
    private static final String DEPARTMENT = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";
    private static final int SOME = 450;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Transactions transactions;
    private final MadeTriggers made;
    private final IndexTriggers triggers;
    private final IndexFilling filling;
    private final IndexRemoval removal;
    private final IndexMeters meters;
    private final ReadyIndexes ready;
    private final ResourceStores stores;
    private final Sql sql;
    private final Clock clock;
    private final TestTokens tokens;

    @SuppressWarnings("NullAway.Init")
    private IndexUpkeep upkeep;

    @SuppressWarnings("NullAway.Init")
    private ResourceTable users;

    private String bearer = "";
    private UUID organization = new UUID(0, 0);

    IndexUpkeepTest(
            Transactions transactions,
            MadeTriggers made,
            IndexTriggers triggers,
            IndexFilling filling,
            IndexRemoval removal,
            IndexMeters meters,
            ReadyIndexes ready,
            ResourceStores stores,
            Sql sql,
            Clock clock,
            TestTokens tokens) {
        this.transactions = transactions;
        this.made = made;
        this.triggers = triggers;
        this.filling = filling;
        this.removal = removal;
        this.meters = meters;
        this.ready = ready;
        this.stores = stores;
        this.sql = sql;
        this.clock = clock;
        this.tokens = tokens;
    }

    @BeforeEach
    void begin() {
        made.make();
        var token = tokens.anOrganization().issue();
        bearer = token.bearer();
        organization = token.organizationId();
        users = own("User");
        upkeep = new IndexUpkeep(
                sql, transactions, new OwnResources(), triggers, filling, removal, ready, meters, clock);
    }

    /// What other tests have left in the database is not what this one is about.
    private final class OwnResources extends WantedAttributes {
        private OwnResources() {
            super(stores, Optional::empty);
        }

        @Override
        Optional<ResourceTable> table(String type) {
            return Optional.of(own(type));
        }
    }

    private ResourceTable own(String type) {
        var table = stores.of(type).orElseThrow().table();
        var restriction = SqlText.of("r.organization_id = ?", (Object) ResourceIds.bytes(organization));
        return new ResourceTable(table.type(), table.table(), table.bindings(), restriction);
    }

    @AfterEach
    void forget() {
        sql.update(SqlText.of("DELETE FROM indexed_value"));
        sql.update(SqlText.of("DELETE FROM index_filling"));
        sql.update(SqlText.of("DELETE FROM indexed_attribute"));
        ready.read();
    }

    @Test
    void whatIsWantedIsFilledAndServesAndGoesWithoutATrace() {
        fill(SOME);
        var before = user("Boss of all", "Sales");
        wants("title", DEPARTMENT);
        // It is not filled before every writer knows.
        upkeep.run(clock.instant());
        assertThat(states()).containsExactly(State.FILLING, State.FILLING);
        assertThat(isReady("title")).isFalse();
        var meanwhile = user("Boss of some", "Sales");

        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));

        assertThat(states()).containsExactly(State.READY, State.READY);
        assertThat(isReady("title")).isTrue();
        var after = user("Boss of none", "Sails");
        assertThat(found("title sw \"boss\"")).containsExactlyInAnyOrder(before, meanwhile, after);
        assertThat(found("title eq \"Boss of some\"")).containsExactly(meanwhile);
        assertThat(found("title ge \"Boss of some\" and title lt \"Bot\"")).containsExactly(meanwhile);
        assertThat(found(DEPARTMENT + " sw \"sales\"")).containsExactlyInAnyOrder(before, meanwhile);
        patch(before, "{\"op\":\"remove\",\"path\":\"title\"}");
        patch(after, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss of all\"}");
        request().delete("/scim/v2/Users/" + meanwhile).then().statusCode(204);
        assertThat(found("title sw \"boss\"")).containsExactly(after);
        assertThat(found(DEPARTMENT + " pr")).containsExactlyInAnyOrder(before, after);
        assertThat(sorted("title", "descending").getLast()).isEqualTo(after);

        wants(DEPARTMENT);
        ready.read();
        assertThat(isReady("title")).isFalse();
        assertThat(isReady(DEPARTMENT)).isTrue();
        // Who does not know yet may still use it.
        patch(before, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss again\"}");
        assertThat(keys("title")).contains("1boss again");
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        assertThat(states()).containsExactly(State.READY);
        assertThat(sql.query(SqlText.of("SELECT COUNT(DISTINCT attribute) FROM indexed_value"), row -> row.getInt(1)))
                .containsExactly(1);
        assertThat(found("title sw \"boss\"")).containsExactlyInAnyOrder(before, after);
    }

    @Test
    void whoIsWrittenWhileItIsFilledIsThereOnce() throws Exception {
        fill(SOME * 2);
        wants("title");
        var isDone = new AtomicBoolean();
        var writers = CompletableFuture.runAsync(() -> {
            for (var i = 0; !isDone.get(); i++) {
                var id = user("Title of new " + i, "Sales");
                if (i % 2 == 0) {
                    patch(id, "{\"op\":\"remove\",\"path\":\"title\"}");
                }
                if (i % 3 == 0) {
                    request().delete("/scim/v2/Users/" + id).then().statusCode(204);
                }
                // Within the limit of rates.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        isDone.set(true);
        writers.get();

        assertThat(states()).containsExactly(State.READY);
        // The index and the documents say the same of everybody.
        assertThat(sql.query(
                        SqlText.of(
                                "SELECT u.user_name FROM scim_user u LEFT JOIN indexed_value v ON v.resource_id = u.id"
                                        + " WHERE u.organization_id = ? GROUP BY u.id HAVING COUNT(*) <> 1 OR NOT"
                                        + " MAX(v.value_key) <=> MAX(IFNULL(CONCAT('1',"
                                        + " JSON_VALUE(u.search_document, '$.title')), '2'))",
                                (Object) ResourceIds.bytes(organization)),
                        row -> row.getString(1)))
                .isEmpty();
        assertThat(sql.query(
                        SqlText.of("SELECT COUNT(*) FROM indexed_value v LEFT JOIN scim_user u ON u.id = v.resource_id"
                                + " WHERE u.id IS NULL"),
                        row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void whereOneReplicaStopsAnotherGoesOn() {
        fill(SOME);
        wants("title");
        var one = attributes().getFirst();
        assertThat(filling.fill(one, users, Duration.ZERO)).isFalse();
        var come = attributes().getFirst().resources();
        assertThat(come).isPositive();

        assertThat(filling.fill(one, users, Duration.ZERO)).isFalse();
        assertThat(attributes().getFirst().resources()).isGreaterThan(come);
        assertThat(filling.fill(one, users, Duration.ofMinutes(1))).isTrue();

        assertThat(keys("title")).hasSizeGreaterThanOrEqualTo(SOME);
    }

    @Test
    void whoWantsItAgainBeforeItIsGoneHasItAtOnceAndAfterwardsAnew() {
        wants("title");
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        var number = attributes().getFirst().number();
        wants();
        wants("title");
        ready.read();
        assertThat(isReady("title")).isTrue();

        wants();
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        assertThat(states()).containsExactly(State.REMOVING);
        wants("title");
        ready.read();
        assertThat(isReady("title")).isFalse();
        upkeep.run(clock.instant());

        assertThat(states()).containsExactly(State.FILLING);
        assertThat(attributes().getFirst().number()).isNotEqualTo(number);
    }

    @Test
    void groupsAreIndexedAsUsersAre() {
        upkeep.say(IndexedPath.of("displayName", List.of(own("Group"))));
        upkeep.run(clock.instant().plus(IndexUpkeep.NEWS));
        assertThat(states()).containsExactly(State.READY);
        var path = "/scim/v2/Groups/" + group("Sales");
        group("Marketing");
        assertThat(keys("displayName")).containsExactlyInAnyOrder("1sales", "1marketing");
        request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Sailing\"}")
                .put(path)
                .then()
                .statusCode(200);
        request()
                .queryParam("filter", "displayName sw \"sai\"")
                .get("/scim/v2/Groups")
                .then()
                .body("totalResults", is(1));
        assertThat(keys("displayName")).containsExactlyInAnyOrder("1sailing", "1marketing");
        request().delete(path).then().statusCode(204);
        assertThat(keys("displayName")).containsExactly("1marketing");
    }

    private String group(String name) {
        return request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\"}"
                        .formatted(name))
                .post("/scim/v2/Groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void wants(String... names) {
        upkeep.say(Arrays.stream(names)
                .flatMap(name -> IndexedPath.of(name, List.of(users)).stream())
                .toList());
    }

    private List<IndexedAttribute> attributes() {
        return sql.query(IndexedAttribute.ALL, IndexedAttribute::read);
    }

    private List<State> states() {
        return attributes().stream().map(IndexedAttribute::state).toList();
    }

    private boolean isReady(String attribute) {
        return ready.of(users).bindings().lookUps().contains(attribute);
    }

    private List<String> keys(String attribute) {
        return sql.query(
                SqlText.of(
                        "SELECT v.value_key FROM indexed_value v JOIN indexed_attribute a ON a.id = v.attribute"
                                + " WHERE a.attribute = ? AND v.organization_id = ?",
                        attribute,
                        ResourceIds.bytes(organization)),
                row -> row.getString(1));
    }

    /// Users as they were before anybody thought of an index.
    private void fill(int count) {
        var values = new ArrayList<List<Object>>();
        for (var i = 0; i < count; i++) {
            values.add(List.of(
                    ResourceIds.bytes(UUID.randomUUID()),
                    ResourceIds.bytes(organization),
                    "filled-" + i,
                    "filled-" + i,
                    "{\"userName\":\"filled-" + i + "\",\"title\":\"Title " + i + "\"}",
                    "{\"userName\":\"filled-" + i + "\",\"title\":\"title " + i + "\"}"));
        }
        sql.batch(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, document, search_document,"
                        + " created, last_modified, version) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 1)",
                values);
    }

    private String user(String title, String department) {
        return request()
                .body("""
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"userName":"%s","title":"%s",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"%s"}}""".formatted(UUID.randomUUID(), title, department))
                .post("/scim/v2/Users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void patch(String id, String operation) {
        request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation
                        + "]}")
                .patch("/scim/v2/Users/" + id)
                .then()
                .statusCode(200);
    }

    private List<String> found(String filter) {
        return request()
                .queryParam("filter", filter)
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .extract()
                .path("Resources.id");
    }

    private List<String> sorted(String sortBy, String sortOrder) {
        return request()
                .queryParam("sortBy", sortBy)
                .queryParam("sortOrder", sortOrder)
                .queryParam("filter", "title sw \"b\"")
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .extract()
                .path("Resources.id");
    }

    private RequestSpecification request() {
        return given().header("Authorization", bearer).contentType("application/scim+json");
    }
}
