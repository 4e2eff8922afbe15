//! What the texts and numbers of requests look like, in the OpenAPI document: said once, by their names.

use std::collections::BTreeSet;

use utoipa::Number;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{KnownFormat, Object, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr, Schema};

use super::answers::operations;

/// What a field can be.
#[derive(Clone, Copy)]
enum Shape {
    /// A text without control characters, of at most so many characters, that is more than blanks.
    Text(usize),
    /// Any characters, at most so many.
    Secret(usize),
    /// As a pattern says.
    Pattern(&'static str),
    /// A date, as 2026-11-27.
    Day,
    /// A whole number within these.
    Whole(u32, u32),
}

/// By name. What is not here says by itself what it can be, or may be anything: a service's code that the office does
/// not have is told by 422, not by its form.
const SHAPES: [(&str, Shape); 21] = [
    ("administrator", Shape::Text(80)),
    ("cases", Shape::Whole(1, 99)),
    ("code", Shape::Text(40)),
    ("counter", Shape::Whole(0, 65_535)),
    ("current", Shape::Secret(400)),
    ("day", Shape::Day),
    ("days", Shape::Whole(1, 92)),
    ("first", Shape::Pattern(PAPER)),
    ("last", Shape::Pattern(PAPER)),
    ("limit", Shape::Whole(1, 1_000)),
    ("minutes", Shape::Whole(1, 240)),
    ("name", Shape::Text(64)),
    ("new", Shape::Secret(400)),
    ("paper_number", Shape::Pattern(PAPER)),
    ("password", Shape::Secret(400)),
    ("pin", Shape::Text(12)),
    ("recovery_code", Shape::Text(40)),
    ("secret", Shape::Text(100)),
    ("time", Shape::Pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")),
    ("token", Shape::Text(100)),
    ("until", Shape::Day),
];

/// A number on a paper, as it may be typed.
const PAPER: &str = "^[A-Za-z]{1,2}(00[1-9]|0[1-9][0-9]|[1-9][0-9]{2})$";
const NOT_BLANK: &str =
    r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$";
/// Visible ASCII, blanks between.
const KEY: &str = "^[!-~]([ -~]{0,62}[!-~])?$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// Says it of every field of a request: of addresses, and of bodies with what they hold.
pub(super) fn add(document: &mut OpenApi) {
    let mut bodies = BTreeSet::new();
    for path in document.paths.paths.values_mut() {
        for (_, operation) in operations(path) {
            shape_parameters(operation);
            let body = operation.request_body.iter().filter_map(|body| match body {
                RefOr::T(body) => Some(body),
                RefOr::Ref(_) => None,
            });
            let contents = body.flat_map(|body| body.content.values()).filter_map(|content| match content {
                RefOr::T(content) => content.schema.as_ref(),
                RefOr::Ref(_) => None,
            });
            contents.for_each(|schema| names_in(schema, &mut bodies));
        }
    }
    let Some(components) = &mut document.components else { return };
    while let Some(name) = bodies.pop_first() {
        let Some(RefOr::T(Schema::Object(body))) = components.schemas.get_mut(&name) else { continue };
        for (field, schema) in &mut body.properties {
            names_in(schema, &mut bodies);
            shape(field, schema);
        }
    }
}

/// The `Idempotency-Key` as its header can be.
pub(super) fn key() -> Object {
    let mut key = Object::with_type(Type::String);
    (key.min_length, key.max_length, key.pattern) = (Some(1), Some(64), Some(KEY.into()));
    key
}

fn shape_parameters(operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(parameter) = parameter else { continue };
        if let Some(schema) = &mut parameter.schema {
            shape(&parameter.name, schema);
        }
    }
}

/// The names of the schemas that one refers to.
fn names_in(schema: &RefOr<Schema>, names: &mut BTreeSet<String>) {
    match schema {
        RefOr::Ref(reference) => {
            names.extend(reference.ref_location.rsplit('/').next().map(str::to_owned));
        }
        RefOr::T(Schema::OneOf(either)) => either.items.iter().for_each(|schema| names_in(schema, names)),
        RefOr::T(_) => {}
    }
}

fn shape(name: &str, schema: &mut RefOr<Schema>) {
    let RefOr::T(Schema::Object(object)) = schema else { return };
    let Some((_, shape)) = SHAPES.iter().find(|(known, _)| *known == name) else { return };
    if let Shape::Whole(least, most) = *shape
        && is(object, &Type::Integer)
    {
        (object.minimum, object.maximum) = (Some(number(least)), Some(number(most)));
        return;
    }
    if !is(object, &Type::String) {
        return;
    }
    match *shape {
        Shape::Text(most) => {
            (object.min_length, object.max_length) = (Some(1), Some(most));
            object.pattern = Some(NOT_BLANK.into());
        }
        Shape::Secret(most) => (object.min_length, object.max_length) = (Some(1), Some(most)),
        Shape::Pattern(pattern) => object.pattern = Some(pattern.into()),
        Shape::Day => {
            object.format = Some(SchemaFormat::KnownFormat(KnownFormat::Date));
            object.pattern = Some(DAY.into());
        }
        Shape::Whole(..) => {}
    }
}

fn is(object: &Object, wanted: &Type) -> bool {
    match &object.schema_type {
        SchemaType::Type(kind) => kind == wanted,
        SchemaType::Array(kinds) => kinds.contains(wanted),
        SchemaType::AnyValue => false,
    }
}

fn number(number: u32) -> Number {
    Number::UInt(number as usize)
}
