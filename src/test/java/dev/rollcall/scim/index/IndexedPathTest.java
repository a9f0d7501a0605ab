package dev.rollcall.scim.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the names of the configuration mean, and what is said of those that mean nothing.
@QuarkusTest
class IndexedPathTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ResourceStores stores;
    private List<ResourceTable> tables = List.of();

    IndexedPathTest(ResourceStores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void begin() {
        tables = stores.all().stream().map(ResourceStore::table).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "title, User, title, $.\"title\"",
        "TITLE, User, title, $.\"title\"",
        "name.familyName, User, name.familyName, $.\"name\".\"familyName\"",
        "phoneNumbers.value, User, phoneNumbers.value, $.\"phoneNumbers\"[*].\"value\"",
        "urn:ietf:params:scim:schemas:core:2.0:Group:displayName, Group, displayName, $.\"displayName\"",
        "active, User, active, $.\"active\"",
        ENTERPRISE + ":employeeNumber, User, " + ENTERPRISE + ":employeeNumber, $.\"" + ENTERPRISE
                + "\".\"employeeNumber\"",
    })
    void aNameMeansTheAttributeOfEachTypeThatHasIt(String name, String type, String attribute, String jsonPath) {
        assertThat(IndexedPath.problem(name, tables)).isEmpty();
        assertThat(IndexedPath.of(name, tables)).anySatisfy(path -> {
            assertThat(path.type()).isEqualTo(type);
            assertThat(path.name()).isEqualTo(attribute);
            assertThat(path.jsonPath()).isEqualTo(jsonPath);
        });
    }

    @Test
    void aNameOfSeveralTypesMeansAllOfThem() {
        assertThat(IndexedPath.of("displayName", tables))
                .extracting(IndexedPath::type)
                .contains("User", "Group");
    }

    @ParameterizedTest
    @CsvSource({
        "titel, titel is no attribute of any resource type",
        "'title eq', title eq is no attribute of any resource type",
        "'', ' is no attribute of any resource type'",
        "name, 'name has sub-attributes: name one of them, such as name.formatted'",
        "password, 'password is never returned, and nothing finds anybody by it'",
        "groups.value, 'groups.value is of the service''s own making: it cannot be indexed, and needs no index where it"
                + " is compared with eq'",
        "meta.created, 'meta.created is of the service''s own making: it cannot be indexed, and needs no index where it"
                + " is compared with eq'",
    })
    void aNameThatCannotBeIndexedIsRefusedWithASentence(String name, String sentence) {
        assertThat(wanted(List.of(name)).problems()).containsExactly("rollcall.search.indexed-attributes: " + sentence);
    }

    @Test
    void moreThanAWriteCanBearAreRefused() {
        var many = stores.of("User").orElseThrow().type().attributes().stream()
                .filter(attribute -> attribute.attribute().isComplex())
                .flatMap(attribute ->
                        attribute.attribute().subAttributes().stream().map(attribute::at))
                .filter(stores.of("User").orElseThrow().table().bindings()::isInDocument)
                .map(Object::toString)
                .toList();

        assertThat(wanted(many).problems())
                .singleElement()
                .asString()
                .contains("rollcall.search.indexed-attributes has ", "it has 20 at most, of all types together");
    }

    @Test
    void whatIsNamedTwiceIsIndexedOnce() {
        assertThat(wanted(List.of("title", " Title ", "urn:ietf:params:scim:schemas:core:2.0:User:title"))
                        .paths())
                .filteredOn(path -> path.type().equals("User"))
                .hasSize(1);
    }

    private WantedAttributes wanted(List<String> names) {
        return new WantedAttributes(stores, () -> Optional.of(names));
    }
}
