/// What is shipped beside the code: the Kubernetes manifests, the container files and the systemd unit, held to
/// rules and to each other. Plain files and JUnit, no cluster and no container engine.
@NullMarked
package dev.rollcall.deploy;

import org.jspecify.annotations.NullMarked;
