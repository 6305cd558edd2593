//! In: a house's settings as a JavaScript object. Out: a [`Configuration`], or what is wrong with it and where. Read key by
//! key, since serde-wasm-bindgen looks only for the keys that a struct has and does not tell where a value is wrong.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::prelude::*;

use super::numbers;
use crate::{Configuration, ConfigurationError, Setting, Silenced};

/// Reads the settings; a key whose value is `undefined` or `null` counts as left out.
pub(super) fn read(given: &Object) -> Result<Configuration, ConfigurationError> {
    let mut configuration = Configuration::default();
    for (key, value) in members(given) {
        let place = key.as_str();
        match place {
            "rules" => {
                for (code, value) in members(&object(&value, place)?) {
                    let setting = value.as_string().and_then(|name| Setting::named(&name));
                    let wrong = || wrong(&format!("rules.{code}"), &value);
                    let setting = setting.ok_or_else(wrong)?;
                    configuration.rules.insert(code, setting);
                }
            }
            "overlongParagraph" => configuration.overlong_paragraph = Some(whole(&value, place)?),
            "speakingRate" => {
                let rate = value.as_f64().ok_or_else(|| wrong(place, &value))?;
                configuration.speaking_rate = Some(rate);
            }
            "levels" => configuration.levels = Some(each(&value, place, text)?),
            "silenced" => configuration.silenced = each(&value, place, silenced)?,
            _ => return Err(ConfigurationError::UnknownKey(key)),
        }
    }
    Ok(configuration)
}

fn silenced(value: &JsValue, place: &str) -> Result<Silenced, ConfigurationError> {
    let (mut code, mut hash, mut nth) = (None, None, 0);
    for (key, value) in members(&object(value, place)?) {
        let place = format!("{place}.{key}");
        match key.as_str() {
            "code" => code = Some(text(&value, &place)?),
            "hash" => hash = Some(text(&value, &place)?),
            "nth" => nth = whole(&value, &place)?,
            _ => return Err(ConfigurationError::UnknownKey(place)),
        }
    }
    let missing = || wrong(place, value);
    Ok(Silenced {
        code: code.ok_or_else(missing)?,
        hash: hash.ok_or_else(missing)?,
        nth,
    })
}

/// The members of an array, each with its place.
fn each<Read>(
    value: &JsValue,
    place: &str,
    read: impl Fn(&JsValue, &str) -> Result<Read, ConfigurationError>,
) -> Result<Vec<Read>, ConfigurationError> {
    let array: &Array = value.dyn_ref().ok_or_else(|| wrong(place, value))?;
    let read = |(nth, value)| read(&value, &format!("{place}[{nth}]"));
    array.iter().enumerate().map(read).collect()
}

fn object(value: &JsValue, place: &str) -> Result<Object, ConfigurationError> {
    plain_object(value).ok_or_else(|| wrong(place, value))
}

/// An object that is no array.
pub(super) fn plain_object(value: &JsValue) -> Option<Object> {
    (value.is_object() && !Array::is_array(value)).then(|| value.clone().unchecked_into())
}

fn text(value: &JsValue, place: &str) -> Result<String, ConfigurationError> {
    value.as_string().ok_or_else(|| wrong(place, value))
}

fn whole<Number: TryFrom<u32>>(value: &JsValue, place: &str) -> Result<Number, ConfigurationError> {
    let number = numbers::whole(value).and_then(|number| Number::try_from(number).ok());
    number.ok_or_else(|| wrong(place, value))
}

fn wrong(place: &str, value: &JsValue) -> ConfigurationError {
    let written = JSON::stringify(value)
        .ok()
        .and_then(|json| json.as_string());
    ConfigurationError::WrongValue(place.to_owned(), written.unwrap_or_default())
}

/// The own members of an object that are not left out, by their keys.
fn members(object: &Object) -> Vec<(String, JsValue)> {
    let entries = Object::entries(object);
    entries
        .iter()
        .filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            let value = entry.get(1);
            (!value.is_undefined() && !value.is_null())
                .then(|| entry.get(0).as_string().map(|key| (key, value)))
                .flatten()
        })
        .collect()
}
