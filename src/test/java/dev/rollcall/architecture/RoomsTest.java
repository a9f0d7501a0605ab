package dev.rollcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which room may use which: a room, and behind the arrow all that it uses of ours. Nothing else may be used, and
/// nothing may be listed that is not.
class RoomsTest {
    private static final String BASE = "dev.rollcall";
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    private static final String ROOMS = """
            time                ->
            digest              ->
            throttling          ->
            fairness            -> startup
            database            ->
            startup             ->
            envelope            -> digest startup
            sql                 -> envelope
            refusal             ->
            audit               -> sql time
            web                 -> sql
            activity            -> sql time
            activity.log        -> activity sql
            activity.summary    -> activity activity.log sql
            activity.run        -> activity activity.summary sql
            activity.health     -> activity activity.run sql

            scim.error          ->
            scim.tolerance      ->
            scim.schema         -> scim.error scim.tolerance
            scim.schema.check   -> scim.schema
            scim.filter         -> scim.error scim.schema scim.tolerance
            scim.patch          -> scim.error scim.filter scim.schema scim.tolerance
            scim.projection     -> scim.error scim.schema

            organization        -> audit refusal sql time
            organization.domain -> audit organization refusal sql startup time
            connection          -> audit organization refusal scim.tolerance sql time
            connection.credential -> audit connection digest organization refusal scim.tolerance sql startup
            token               -> audit connection connection.credential digest envelope refusal sql startup time
            token.state         -> token
            oauth               -> connection connection.credential digest sql time token web
            security            -> refusal
            security.operator   -> audit digest organization refusal security sql startup time token token.state
            security.session    -> audit digest refusal security sql time token token.state web
            security.foreign    -> refusal security startup token
            security.signin     -> api.problem organization security security.session startup web
            security.throttling -> api.problem fairness security startup throttling web
            security.door       -> api.problem refusal security security.foreign security.operator security.session \
            security.throttling web
            security.link       -> audit digest organization refusal security security.session sql time

            scim.protocol       -> fairness scim.error scim.projection scim.schema startup web
            scim.protocol.body  -> fairness scim.error scim.protocol scim.schema
            scim.security       -> activity activity.health connection connection.credential digest organization \
            organization.domain scim.error scim.protocol scim.tolerance token token.state web
            scim.throttling     -> fairness scim.error scim.protocol scim.security sql startup web
            scim.fairness       -> fairness scim.error scim.protocol scim.security web
            scim.persistence    -> fairness scim.error scim.filter scim.protocol scim.schema sql
            scim.values         -> digest scim.error scim.persistence scim.schema sql
            scim.search         -> digest fairness scim.error scim.filter scim.patch scim.persistence scim.projection \
            scim.protocol scim.schema scim.security scim.tolerance scim.total sql startup
            scim.total          -> scim.persistence scim.schema sql
            scim.resource       -> activity organization scim.error scim.patch scim.persistence scim.schema \
            scim.search scim.security scim.tolerance scim.values sql time
            scim.index          -> scim.persistence scim.resource scim.schema scim.search sql startup
            scim.refused        -> activity scim.error scim.protocol scim.resource scim.schema scim.tolerance sql
            scim.endpoint       -> activity activity.health activity.run activity.summary scim.error scim.projection \
            scim.protocol scim.refused scim.resource scim.schema scim.search scim.security scim.tolerance sql web
            scim.membership     -> scim.error scim.filter scim.patch scim.persistence scim.schema scim.search \
            scim.tolerance sql

            scim.user.rules     -> scim.error scim.schema scim.tolerance
            scim.user           -> organization scim.endpoint scim.error scim.membership scim.patch scim.persistence \
            scim.protocol scim.resource scim.schema scim.security scim.tolerance scim.user.rules scim.values sql
            scim.group          -> digest scim.endpoint scim.error scim.membership scim.patch scim.persistence \
            scim.protocol scim.protocol.body scim.resource scim.schema scim.search scim.tolerance scim.values sql
            scim.configured     -> scim.endpoint scim.persistence scim.protocol scim.resource scim.schema scim.values \
            sql web
            scim.bulk           -> activity scim.error scim.protocol scim.protocol.body scim.refused scim.resource \
            scim.schema scim.search scim.security scim.throttling scim.tolerance sql web
            scim.replay         -> activity activity.log audit connection connection.credential organization refusal \
            scim.bulk scim.error scim.protocol scim.refused scim.resource scim.schema scim.security scim.tolerance \
            sql web
            scim.discovery      -> scim.error scim.protocol scim.schema scim.schema.check scim.search scim.security \
            scim.tolerance

            access.admin        -> access.person organization refusal scim.error scim.resource scim.schema sql
            access.catalogue    -> access.admin audit organization refusal sql time
            access.mapping      -> access.admin access.catalogue access.grant audit organization organization.domain \
            refusal scim.resource scim.schema sql time
            access.group        -> access.catalogue access.mapping refusal scim.schema sql
            access.grant        -> access.admin access.catalogue audit organization organization.domain refusal \
            scim.schema sql time
            access.seat         -> organization refusal scim.error scim.resource scim.schema sql
            access.person       -> access.seat audit connection organization refusal scim.resource scim.schema \
            scim.user sql time

            console             ->
            operations          -> scim.security scim.tolerance sql startup
            firstrun            -> access.catalogue access.mapping connection connection.credential database \
            organization organization.domain refusal scim.protocol scim.schema scim.tolerance security security.link \
            security.operator security.session sql token
            api.problem         -> refusal web
            api.body            -> api.problem digest refusal
            api.page            -> refusal security sql
            api.change          -> api.body api.problem audit digest refusal security sql web
            api.document        -> api.problem
            api.credential      -> api.body api.change api.page connection connection.credential oauth \
            organization.domain refusal security token web
            api.admittance      -> access.seat api.body api.change api.page organization organization.domain refusal \
            security
            api.activity        -> activity activity.health activity.log activity.run activity.summary api.change \
            api.page connection organization refusal scim.replay security sql web
            api.audit           -> api.change api.page audit organization security
            api.organization    -> api.body api.change api.page organization security
            api.connection      -> activity.health api.body api.change api.page connection connection.credential \
            organization web
            api.session         -> api.body api.change api.page organization refusal security security.link \
            security.session web

            command             -> audit connection connection.credential envelope firstrun oauth organization \
            organization.domain refusal scim.protocol scim.schema scim.tolerance scim.total scim.user security security.link \
            security.operator security.session sql token
            access.member       -> access.grant access.person scim.membership scim.schema sql
            api.member          -> access.grant access.member access.person api.body api.change api.page organization \
            refusal
            api.catalogue       -> access.catalogue api.body api.change api.page organization
            api.grant           -> access.catalogue access.grant api.body api.catalogue api.change api.page organization
            api.mapping         -> access.grant access.group access.mapping api.body api.catalogue api.change \
            api.member api.page organization refusal
            api.person          -> access.person api.body api.change api.page organization security
            """;

    @Test
    void everyRoomUsesThoseItIsAllowedAndNoOther() {
        assertThat(used()).isEqualTo(allowed());
    }

    private static String allowed() {
        return ROOMS.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" *-> *", -1))
                .map(row -> line(row[0], row[1].isBlank() ? Set.of() : Set.copyOf(Arrays.asList(row[1].split(" +")))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String used() {
        var used = new TreeMap<String, Set<String>>();
        for (var type : MAIN) {
            if (!type.getPackageName().equals(BASE) && !type.getSimpleName().equals("package-info")) {
                used.computeIfAbsent(room(type), _ -> new TreeSet<>()).addAll(roomsOf(type));
            }
        }
        used.forEach((room, others) -> others.remove(room));
        return used.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> roomsOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(BASE))
                .map(RoomsTest::room)
                .collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(BASE.length() + 1);
    }

    private static String line(String room, Set<String> others) {
        return room + " -> " + String.join(" ", new TreeSet<>(others));
    }
}
