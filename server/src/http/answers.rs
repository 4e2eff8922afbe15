//! What any operation may answer beside its own words, in the OpenAPI document: said once, by what the operation has.

use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{Content, Header, OpenApi, Ref, RefOr, Response, ResponseBuilder};

use super::key::KEY;

/// What tells the answers of an operation.
#[expect(clippy::struct_excessive_bools, reason = "four questions, each asked alone")]
struct Shape {
    /// Something stands in its address that may not be there.
    names_something: bool,
    /// It is more than looking.
    changes: bool,
    /// Somebody must be signed in.
    needs_credential: bool,
    /// It takes a body.
    takes_body: bool,
    /// It knows a repetition by its key.
    takes_key: bool,
}

/// An answer that others have in common.
struct Common {
    status: u16,
    name: &'static str,
    description: &'static str,
    may_come: fn(&Shape) -> bool,
}

/// In the order of their statuses.
const COMMON: [Common; 13] = [
    common(400, "Unreadable", "Its address, a header or its body can't be read", |_| true),
    common(401, "NotSignedIn", "Nobody is signed in, or not any more", |shape| {
        shape.needs_credential || shape.names_something
    }),
    common(403, "NotAllowed", "This is not for whoever asks, or a page of somebody else's asks", |shape| {
        shape.needs_credential || shape.changes
    }),
    common(404, "NotThere", "What the address names is not there", |shape| shape.names_something),
    common(413, "BodyTooLarge", "The body is too long", |shape| shape.takes_body),
    common(414, "AddressTooLong", "The address is too long", |_| true),
    common(415, "NoJson", "The body is no JSON by its own word", |shape| shape.takes_body),
    common(421, "UnknownHost", "The office has no such name", |_| true),
    common(422, "KeyReused", "The key was used for something else", |shape| shape.takes_key),
    common(429, "TooOften", "Whoever asks does so too often", |_| true),
    common(431, "HeadTooLarge", "The headers are too many or too long", |_| true),
    common(500, "Bug", "A bug of Moi's", |_| true),
    common(503, "NotNow", "The office is busy or stops, or its disk fails", |_| true),
];

const fn common(status: u16, name: &'static str, description: &'static str, may_come: fn(&Shape) -> bool) -> Common {
    Common { status, name, description, may_come }
}

/// Adds them to each operation, where it has no words of its own for a status; and to these the form of a problem.
pub(super) fn add(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    for answer in &COMMON {
        components.responses.insert(answer.name.into(), problem(answer.status, answer.description).into());
    }
    for (address, path) in &mut document.paths.paths {
        for (changes, operation) in operations(path) {
            let shape = Shape {
                names_something: address.contains('{'),
                changes,
                needs_credential: operation.security.as_deref() != Some(&[SecurityRequirement::default()]),
                takes_body: operation.request_body.is_some(),
                takes_key: operation.parameters.iter().flatten().any(is_key),
            };
            complete(operation, &shape);
        }
    }
}

/// The operations of an address, and whether each is more than looking.
pub(super) fn operations(path: &mut PathItem) -> impl Iterator<Item = (bool, &mut Operation)> {
    let looks = path.get.as_mut().into_iter().map(|operation| (false, operation));
    let others = [&mut path.put, &mut path.post, &mut path.delete].into_iter().flatten();
    looks.chain(others.map(|operation| (true, operation)))
}

fn is_key(parameter: &RefOr<Parameter>) -> bool {
    match parameter {
        RefOr::T(parameter) => parameter.parameter_in == ParameterIn::Header && parameter.name == KEY,
        RefOr::Ref(_) => false,
    }
}

fn complete(operation: &mut Operation, shape: &Shape) {
    let answers = &mut operation.responses.responses;
    for (status, answer) in answers.iter_mut() {
        let Some(status) = status.parse().ok().filter(|status: &u16| *status >= 400) else { continue };
        if let RefOr::T(answer) = answer
            && answer.content.is_empty()
        {
            *answer = problem(status, &answer.description);
        }
    }
    for common in COMMON.iter().filter(|common| (common.may_come)(shape)) {
        let answer = || RefOr::Ref(Ref::from_response_name(common.name));
        answers.entry(common.status.to_string()).or_insert_with(answer);
    }
}

/// A problem with this status, and the headers that come with it.
fn problem(status: u16, description: &str) -> Response {
    let content = Content::new(Some(Ref::from_schema_name("ProblemDocument")));
    let problem = ResponseBuilder::new().description(description).content("application/problem+json", content);
    let problem = match status {
        401 => problem.header("WWW-Authenticate", header(Type::String, "By what one signs in")),
        429 | 503 => problem.header("Retry-After", header(Type::Integer, "Seconds until it may be tried again")),
        _ => problem,
    };
    problem.build()
}

fn header(kind: Type, description: &str) -> Header {
    HeaderBuilder::new().description(Some(description)).schema(Some(ObjectBuilder::new().schema_type(kind))).build()
}
