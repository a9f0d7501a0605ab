/// The rules that no compiler checks: who may know whom, how sources look, and that the table of settings tells
/// the truth. Plain JUnit over class files, sources and documents; nothing is started.
@NullMarked
package dev.rollcall.architecture;

import org.jspecify.annotations.NullMarked;
