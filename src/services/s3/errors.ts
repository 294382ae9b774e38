import { ServiceError } from '../../kernel/service-error.ts';

/** S3's errors, each once, in its own words. */
export const noSuchBucket = (bucket: string) =>
  new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: bucket });

export const noSuchKey = (key: string) =>
  new ServiceError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });

export const noSuchVersion = (key: string, versionId: string) =>
  new ServiceError('NoSuchVersion', 'The specified version does not exist.', 404, { Key: key, VersionId: versionId });

export const noSuchUpload = (uploadId: string) =>
  new ServiceError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
    { UploadId: uploadId },
  );

export const accessDenied = () => new ServiceError('AccessDenied', 'Access Denied', 403);

export const bucketAlreadyOwnedByYou = (bucket: string) =>
  new ServiceError(
    'BucketAlreadyOwnedByYou',
    'Your previous request to create the named bucket succeeded and you already own it.',
    409,
    { BucketName: bucket },
  );

export const bucketAlreadyExists = (bucket: string) =>
  new ServiceError(
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    409,
    { BucketName: bucket },
  );

export const bucketNotEmpty = (bucket: string) =>
  new ServiceError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409, { BucketName: bucket });

export const bucketNotEmptyOfVersions = (bucket: string) =>
  new ServiceError(
    'BucketNotEmpty',
    'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    409,
    { BucketName: bucket },
  );

export const invalidBucketName = (bucket: string) =>
  new ServiceError('InvalidBucketName', 'The specified bucket is not valid.', 400, { BucketName: bucket });

export const illegalLocation = (constraint: string) =>
  new ServiceError(
    'IllegalLocationConstraintException',
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );

export const invalidLocation = (constraint: string) =>
  new ServiceError('InvalidLocationConstraint', 'The specified location-constraint is not valid', 400, {
    LocationConstraint: constraint,
  });

export const invalidArgument = (message: string, name: string, value: string) =>
  new ServiceError('InvalidArgument', message, 400, { ArgumentName: name, ArgumentValue: value });

export const invalidRequest = (message: string) => new ServiceError('InvalidRequest', message);

export const invalidTag = (message: string) => new ServiceError('InvalidTag', message);

export const malformedXml = () =>
  new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const malformedPolicy = (message: string) => new ServiceError('MalformedPolicy', message);

export const keyTooLong = (key: string) =>
  new ServiceError('KeyTooLongError', 'Your key is too long', 400, {
    Size: String(Buffer.byteLength(key)),
    MaxSizeAllowed: '1024',
  });

export const metadataTooLarge = (size: number) =>
  new ServiceError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', 400, {
    Size: String(size),
    MaxSizeAllowed: '2048',
  });

export const entityTooLarge = (limit: number) =>
  new ServiceError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
    MaxSizeAllowed: String(limit),
  });

export const entityTooSmall = (number: number, size: number) =>
  new ServiceError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
    ProposedSize: String(size),
    MinSizeAllowed: '5242880',
    PartNumber: String(number),
  });

export const invalidPart = () =>
  new ServiceError(
    'InvalidPart',
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  );

export const invalidPartOrder = () =>
  new ServiceError(
    'InvalidPartOrder',
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
  );

export const invalidRange = (range: string, size: number) =>
  new ServiceError('InvalidRange', 'The requested range is not satisfiable', 416, {
    RangeRequested: range,
    ActualObjectSize: String(size),
  });

export const preconditionFailed = (condition: string) =>
  new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  });

export const notModified = (etag: string) =>
  new ServiceError('NotModified', 'Not Modified', 304, { etag: `"${etag}"` });

export const badDigest = (algorithm: string) =>
  new ServiceError('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);

export const copyOntoItself = () =>
  new ServiceError(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );

/** The latest version is a delete marker: the object is gone, and the answer's headers say why. */
export const deletedByMarker = (key: string, versionId: string) =>
  new ServiceError('NoSuchKey', 'The specified key does not exist.', 404, {
    Key: key,
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': versionId,
  });

/** A delete marker holds no object that could be read. */
export const markerIsNoObject = (versionId: string) =>
  new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
    ResourceType: 'DeleteMarker',
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': versionId,
  });

export const invalidPartNumber = (requested: number, parts: number) =>
  new ServiceError('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416, {
    PartNumberRequested: String(requested),
    ActualPartCount: String(parts),
  });

export const aclsNotSupported = () =>
  new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs');

export const bucketAclsNotSupported = () =>
  new ServiceError(
    'InvalidBucketAclWithObjectOwnership',
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  );

export const notImplemented = (what: string) =>
  new ServiceError('NotImplemented', `${what} is not implemented by this server`, 501);

export const invalidStorageClass = (value: string) =>
  new ServiceError('InvalidStorageClass', 'The storage class you specified is not valid', 400, {
    StorageClassRequested: value,
  });
