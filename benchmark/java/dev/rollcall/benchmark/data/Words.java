package dev.rollcall.benchmark.data;

import java.util.List;
import java.util.random.RandomGenerator;

/// What people, places and departments are called.
final class Words {
    static final List<String> GIVEN = words("Maria James Wei Fatima Aleksandr Priya João Olga Mohammed Yuki Anna Liam"
            + " Sofía Noah Amara Luca Ingrid Tomás Zeynep Hana Piotr Chloé Ravi Elena Kwame Björn Mei Omar Isabella Dmitri"
            + " Aisha Lars Nadia Pedro Grace Søren Leila Matteo Ines Jakub Thandiwe Arjun Emma Oliver Siobhán Hiroshi"
            + " Valentina Marek Lucía Ethan Camille Nikolai Rosa Kofi Astrid Tariq Beatriz Finn Mina Gustav Jasmine");
    static final List<String> FAMILY = words(
            "García Smith Wang Müller Ivanova Sharma Silva Kowalski Hassan Tanaka Rossi"
                    + " Johnson Nguyen Kim Andersen Dubois Okafor Petrov Yılmaz Novák Murphy Fernández Schmidt Patel Jensen Costa"
                    + " Brown Nakamura Bianchi Larsson Popescu Mensah Haddad Virtanen Horváth Moreau Weber Papadopoulos Santos"
                    + " Williams O’Brien Lindqvist Adeyemi Chen Marino Becker Svensson Torres Khan Fischer Hernández Sato Wójcik"
                    + " Jones Laurent Nielsen Romano Wagner Ortiz Singh Hoffmann Castro Taylor Mbeki Kaya Vasquez Ricci Hansen");
    static final List<String> DEPARTMENTS = List.of(
            "Engineering",
            "Customer Support",
            "Finance",
            "Human Resources",
            "Legal",
            "Marketing",
            "Sales",
            "Operations",
            "Research",
            "Security",
            "Procurement",
            "Facilities");
    static final List<String> TITLES = List.of(
            "Engineer",
            "Analyst",
            "Team Lead",
            "Account Executive",
            "Consultant",
            "Architect",
            "Specialist",
            "Director");
    static final List<String> CITIES = List.of(
            "Berlin", "São Paulo", "New York", "Tokyo", "Warsaw", "Nairobi", "Toronto", "Madrid", "Oslo", "Mumbai");
    static final List<String> STREETS =
            List.of("Main Street", "Lindenallee", "Rua Augusta", "Queen's Road", "Calle Mayor", "Station Road");
    static final List<String> COUNTRIES = words("DE BR US JP PL KE CA ES NO IN");
    static final List<String> LOCALES = words("de-DE pt-BR en-US ja-JP pl-PL en-KE en-CA es-ES nb-NO hi-IN");
    static final List<String> ZONES = words("Europe/Berlin America/Sao_Paulo America/New_York Asia/Tokyo Europe/Warsaw"
            + " Africa/Nairobi America/Toronto Europe/Madrid Europe/Oslo Asia/Kolkata");

    private Words() {}

    static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String all) {
        return List.of(all.split(" "));
    }
}
