package dev.rollcall.api.change;

import dev.rollcall.audit.Author;
import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.web.Origin;
import dev.rollcall.web.RequestLog;
import dev.rollcall.web.SafeMethods;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Who sends the request that is being served, and from where.
@ApplicationScoped
class Sender {
    private final CurrentVertxRequest current;
    private final CurrentCaller caller;

    Sender(CurrentVertxRequest current, CurrentCaller caller) {
        this.current = current;
        this.caller = caller;
    }

    /// Whether it changes nothing.
    boolean reads() {
        return SafeMethods.contain(request().method().name());
    }

    HttpServerRequest request() {
        return current.getCurrent().request();
    }

    Optional<Caller> caller() {
        return caller.proved();
    }

    /// The author of what it changes. At a path that needs no proof that is the service, until the endpoint knows
    /// better.
    Author author() {
        var proved = caller().orElse(null);
        return switch (proved) {
            case null -> author(Author.Kind.SERVICE, "", "Rollcall");
            case Caller.Operator operator -> author(Author.Kind.OPERATOR, operator.id(), operator.name());
            case Caller.Person person -> author(Author.Kind.PERSON, person.id(), person.name());
        };
    }

    private Author author(Author.Kind kind, String id, String name) {
        return new Author(kind, id, name, Origin.of(request()).address(), RequestLog.currentId());
    }
}
