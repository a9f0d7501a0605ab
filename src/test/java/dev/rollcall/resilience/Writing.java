package dev.rollcall.resilience;

import static dev.rollcall.resilience.Outcome.Knowledge.DONE;
import static dev.rollcall.resilience.ScimClient.bulk;
import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.operations;
import static dev.rollcall.resilience.ScimClient.texts;
import static dev.rollcall.resilience.ScimClient.user;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A kind of provisioning that goes on and on. Every step begins where the one before ended, knows what each of
/// its writes makes of which resource, and notes it. What a resource is, in one text: {@link States}.
public enum Writing {
    /// Bulk requests with users alone and with two who are each other's manager, which is all or nothing.
    BULK {
        @Override
        void step(ScimClient client, Ledger ledger, Names names) {
            var users = Stream.of("0", "1", "2", "3", "4", "5", "a", "b")
                    .map(suffix -> names.fresh() + "-" + suffix)
                    .toList();
            var posts = users.stream().map(Writing::post).toList();
            var outcome = Outcome.of(() -> client.post("/Bulk", bulk(posts)));
            var answer = outcome.answer().filter(_ -> outcome.knowledge() == DONE);
            var statuses =
                    answer.map(each -> texts(each, "Operations", "status")).orElse(List.of());
            for (var i = 0; i < users.size(); i++) {
                var knowledge = statuses.isEmpty()
                        ? outcome.knowledge()
                        : Outcome.knowledge(
                                Integer.parseInt(statuses.get(i)),
                                answer.orElseThrow().text());
                Outcome.note(ledger, knowledge, users.get(i), States.user(0, address(users.get(i), 0)));
            }
        }
    },

    /// A large group that is replaced as a whole.
    GROUP {
        @Override
        void step(ScimClient client, Ledger ledger, Names names) {
            var id = names.group();
            var name = "Large " + names.fresh();
            var members = names.members();
            var outcome =
                    Outcome.of(() -> client.put("/Groups/" + id + "?excludedAttributes=members", group(name, members)));
            Outcome.note(ledger, outcome.knowledge(), id, States.group(name, members));
        }
    },

    /// One user after another: created, replaced, patched, each time with another title and address.
    RESYNC {
        @Override
        void step(ScimClient client, Ledger ledger, Names names) {
            var name = names.fresh();
            var created = Outcome.of(() -> client.post("/Users", person(name, 0)));
            Outcome.note(ledger, created.knowledge(), name, States.user(0, address(name, 0)));
            if (created.knowledge() != DONE) {
                return;
            }
            var path = "/Users/" + ScimClient.text(created.answer().orElseThrow(), "body/id");
            var replaced = Outcome.of(() -> client.put(path, person(name, 1)));
            Outcome.note(ledger, replaced.knowledge(), name, States.user(1, address(name, 1)));
            var patched = Outcome.of(() -> client.patch(path, operations("""
                    {"op":"replace","path":"emails","value":[{"value":"%s"}]},
                    {"op":"replace","path":"title","value":"2"}""".formatted(address(name, 2)))));
            Outcome.note(ledger, patched.knowledge(), name, States.user(2, address(name, 2)));
        }
    };

    /// One step of the work.
    abstract void step(ScimClient client, Ledger ledger, Names names);

    /// What a writer calls its resources.
    interface Names {
        /// A userName that was never used, until the next step the same.
        String fresh();

        /// The group of this writer.
        String group();

        /// The members that the group shall have now, other than before.
        List<String> members();
    }

    private static String post(String name) {
        var bulkId = name.substring(name.length() - 1);
        var manager = bulkId.equals("a") ? "b" : "a";
        var attributes = new ArrayList<>(List.of(attributes(name, 0)));
        if (bulkId.matches("[ab]")) {
            attributes.add(
                    "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":{\"value\":\"bulkId:"
                            + manager + "\"}}");
        }
        return "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + bulkId + "\",\"data\":"
                + user(name, String.join(",", attributes)) + "}";
    }

    private static String person(String name, int generation) {
        return user(name, attributes(name, generation));
    }

    private static String attributes(String name, int generation) {
        return "\"title\":\"" + generation + "\",\"emails\":[{\"value\":\"" + address(name, generation) + "\"}]";
    }

    private static String address(String name, int generation) {
        return name + "-" + generation + "@example.com";
    }
}
