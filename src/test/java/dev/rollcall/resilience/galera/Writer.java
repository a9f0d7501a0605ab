package dev.rollcall.resilience.galera;

import static dev.rollcall.resilience.ScimClient.addMembers;
import static dev.rollcall.resilience.ScimClient.bulk;
import static dev.rollcall.resilience.ScimClient.operations;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.texts;
import static dev.rollcall.resilience.ScimClient.user;

import dev.rollcall.resilience.Ledger;
import dev.rollcall.resilience.Outcome;
import dev.rollcall.resilience.ScimClient;
import dev.rollcall.scim.conformance.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A client that writes without a pause, each request through any of the replicas, and reads through another one
/// at once what was acknowledged. What its resources are called in the ledger: {@link Written}.
final class Writer {
    private static final int FEWEST_USERS = 3;

    private final Replicas replicas;
    private final Common common;
    private final Ledger ledger;
    private final int number;
    private final SplittableRandom random;
    private final List<Own> own = new ArrayList<>();
    private int made;
    private int shared;

    /// What all writers change.
    ///
    /// @param group its members are the users of all writers
    /// @param user everyone adds entitlements to it
    /// @param entitlements how many each may add: a user has only so many
    record Common(String group, String user, int entitlements, ContestedNames names) {}

    private record Own(String userName, String id) {}

    Writer(Replicas replicas, Common common, Ledger ledger, int number) {
        this.replicas = replicas;
        this.common = common;
        this.ledger = ledger;
        this.number = number;
        this.random = new SplittableRandom(number);
    }

    /// Sends one request, or two.
    ///
    /// @throws AssertionError if the answer is not one that a client may get
    void step() {
        if (own.size() < FEWEST_USERS) {
            create();
            return;
        }
        var one = own.get(random.nextInt(own.size()));
        switch (random.nextInt(10)) {
            case 0 -> create();
            case 1 -> contest();
            case 2 -> createTogether();
            case 3 -> shareEntitlement();
            case 4 -> replace(one);
            case 5 -> delete(one);
            case 6 -> leave(one);
            case 7 -> join(one);
            default -> modify(one);
        }
    }

    private void create() {
        var name = nextName("own");
        var title = nextTitle();
        var outcome = sent(() -> any().post("/Users", titled(name, title)));
        Outcome.note(ledger, outcome.knowledge(), name, title);
        if (isDone(outcome)) {
            var one = new Own(name, text(outcome.answer().orElseThrow(), "body/id"));
            own.add(one);
            look(one, title);
        }
    }

    /// Everyone creates the same user at about the same time.
    private void contest() {
        var name = common.names.next();
        var answer = checked(any().post("/Users", user(name, "")));
        common.names.answered(name, answer.status());
    }

    /// A group and its members in one bulk request: no group without all of them.
    private void createTogether() {
        var name = nextName("bulk");
        var users = IntStream.range(0, Written.BULK_MEMBERS)
                .mapToObj(i -> name + "-" + i)
                .toList();
        var members = users.stream().map("bulkId:"::concat).toList();
        var operations = Stream.concat(
                        users.stream().map(each -> operation(each, "/Users", titled(each, "1"))),
                        Stream.of(operation(name, "/Groups", ScimClient.group(name, members))))
                .toList();
        var outcome = sent(() -> any().post("/Bulk", bulk(operations)));
        for (var i = 0; i < users.size(); i++) {
            Outcome.note(ledger, knowledge(outcome, i), users.get(i), "1");
        }
        Outcome.note(ledger, knowledge(outcome, users.size()), name, Written.WHOLE);
    }

    private static Outcome.Knowledge knowledge(Outcome bulk, int operation) {
        if (!isDone(bulk)) {
            return bulk.knowledge();
        }
        var answer = bulk.answer().orElseThrow();
        var status = texts(answer, "Operations", "status").get(operation);
        // What it refers to was not made.
        return status.equals("409")
                ? Outcome.Knowledge.NOT_DONE
                : Outcome.knowledge(Integer.parseInt(status), answer.text());
    }

    private static String operation(String bulkId, String path, String data) {
        return "{\"method\":\"POST\",\"path\":\"" + path + "\",\"bulkId\":\"" + bulkId + "\",\"data\":" + data + "}";
    }

    private void shareEntitlement() {
        if (shared++ >= common.entitlements) {
            return;
        }
        var value = nextName("entitlement");
        var body = operations("{\"op\":\"add\",\"path\":\"entitlements\",\"value\":[{\"value\":\"" + value + "\"}]}");
        var outcome = sent(() -> any().patch("/Users/" + common.user, body));
        Outcome.note(ledger, outcome.knowledge(), value, Written.THERE);
    }

    private void modify(Own one) {
        var title = nextTitle();
        var body = operations("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + title + "\"}");
        change(one, title, () -> any().patch("/Users/" + one.id, body));
    }

    private void replace(Own one) {
        var title = nextTitle();
        change(one, title, () -> any().put("/Users/" + one.id, titled(one.userName, title)));
    }

    private void change(Own one, String title, Supplier<Answer> request) {
        var outcome = sent(request);
        Outcome.note(ledger, outcome.knowledge(), one.userName, title);
        if (isDone(outcome)) {
            look(one, title);
        }
    }

    private void delete(Own one) {
        var outcome = sent(() -> any().delete("/Users/" + one.id));
        Outcome.note(ledger, outcome.knowledge(), one.userName, Ledger.ABSENT);
        Outcome.note(ledger, outcome.knowledge(), Written.membership(one.id), Ledger.ABSENT);
        if (outcome.knowledge() != Outcome.Knowledge.NOT_DONE) {
            own.remove(one);
        }
    }

    private void join(Own one) {
        var outcome = sent(() -> any().patch("/Groups/" + common.group, addMembers(List.of(one.id))));
        Outcome.note(ledger, outcome.knowledge(), Written.membership(one.id), Written.THERE);
    }

    private void leave(Own one) {
        var body = operations("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + one.id + "\\\"]\"}");
        var outcome = sent(() -> any().patch("/Groups/" + common.group, body));
        Outcome.note(ledger, outcome.knowledge(), Written.membership(one.id), Ledger.ABSENT);
    }

    /// What was acknowledged can be read at once, through whichever replica.
    private void look(Own one, String title) {
        var answer = checked(any().get("/Users/" + one.id));
        if (answer.status() != 503 && !text(answer, "body/title").equals(title)) {
            throw new AssertionError(one.userName + " was set to " + title + " and is read as " + answer);
        }
    }

    private ScimClient any() {
        return replicas.client(random.nextInt(GaleraCluster.SIZE));
    }

    private static Outcome sent(Supplier<Answer> request) {
        var outcome = Outcome.of(request);
        checked(outcome.answer().orElseThrow(() -> new AssertionError("No answer, though no service was killed")));
        return outcome;
    }

    private static Answer checked(Answer answer) {
        if (answer.status() == 503 && answer.header("Retry-After").isEmpty()) {
            throw new AssertionError("503 does not say when to come again: " + answer);
        }
        return answer;
    }

    private static boolean isDone(Outcome outcome) {
        return outcome.knowledge() == Outcome.Knowledge.DONE;
    }

    private String nextName(String kind) {
        return kind + "-" + number + "-" + made++;
    }

    private String nextTitle() {
        return Integer.toString(made++);
    }

    private static String titled(String userName, String title) {
        return user(userName, "\"title\":\"" + title + "\",\"emails\":[{\"value\":\"" + userName + "@example.com\"}]");
    }
}
